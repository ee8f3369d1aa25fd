#!/usr/bin/python3
"""Reads the graph that graph_bench wrote and times networkx's writers on it: graph_bench.py FOLDER"""
import os
import resource
import sys
import time

import networkx


def timed(what, work):
    began = time.process_time()
    made = work()
    print(f"{what:28} {time.process_time() - began:8.2f} s {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB at most", flush=True)
    return made


print("networkx", networkx.__version__)
graph = timed("networkx: read_graphml", lambda: networkx.read_graphml(os.path.join(sys.argv[1], "graph.graphml"), force_multigraph=True))
print(graph.number_of_nodes(), "nodes,", graph.number_of_edges(), "edges")
timed("networkx: write_graphml", lambda: networkx.write_graphml_xml(graph, "/dev/null"))
timed("networkx: write_gexf", lambda: networkx.write_gexf(graph, "/dev/null"))
