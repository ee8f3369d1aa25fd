"""Reads GraphML as networkx and igraph do: check_graphml.py FILE NODES EDGES [events|entities]. With a view, the labels and values of the
sample in sample.hpp must come through. Ends with 77 where neither reader is there."""
import sys

path, node_count, edge_count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
view = sys.argv[4] if len(sys.argv) > 4 else None
wrong, readers = [], 0


def same(what, found, expected):
    if found != expected:
        wrong.append(what)
        print(f"{what}: {found!r}, expected {expected!r}")


def sample(reader, nodes, edges, facts):
    labels = {node["label"] for node in nodes}
    for label in ("Aïda Nôm", "A & <B>", "INF Treaty"):
        same(f"{reader} has the node {label}", label in labels, True)
    same(f"{reader} types", {type(node["pagerank"]) for node in nodes}, {float})
    same(f"{reader} title", facts["title"], "A sample & <more>")
    same(f"{reader} view", facts["view"], view)
    treaty = next(node for node in nodes if node["label"] == "INF Treaty")
    same(f"{reader} aliases to the eye", treaty["aliases"].replace("\u2060", ""), "INFLATION pact")
    if view == "events":
        same(f"{reader} odd characters", "سلام e\u0301 😀" in labels, True)
        meet = next(node for node in nodes if node.get("type") == "meet")
        same(f"{reader} quote", meet["quote"], "Aïda Nôm met A & <B> on Monday.")
        same(f"{reader} day", (meet["start"], meet["end"], meet["precision"]), ("2021-03-01", "2021-03-01", "day"))
        same(f"{reader} year", int(meet["first_year"]), 2021)
        same(f"{reader} roles", sorted({edge["label"] for edge in edges}),
             ["after", "agreement", "content", "participant", "party", "place", "speaker", "visitor"])
    else:
        meet = next(edge for edge in edges if edge["label"] == "meet")
        same(f"{reader} counts", tuple(int(meet[key]) for key in ("count", "evidence", "origins", "symmetric")), (1, 2, 2, 1))
        same(f"{reader} weight", meet["weight"], 1.0)
        same(f"{reader} dates", (meet["first_date"], meet["last_date"]), ("2021-03-01", "2021-03-01"))


try:
    import networkx
    readers += 1
    graph = networkx.read_graphml(path, force_multigraph=True)
    same("networkx nodes", graph.number_of_nodes(), node_count)
    same("networkx edges", graph.number_of_edges(), edge_count)
    same("networkx is directed", graph.is_directed(), True)
    if view:
        sample("networkx", [data for _, data in graph.nodes(data=True)], [data for _, _, data in graph.edges(data=True)], graph.graph)
except ImportError:
    pass

try:
    import igraph
    readers += 1
    graph = igraph.Graph.Read_GraphML(path)
    same("igraph nodes", graph.vcount(), node_count)
    same("igraph edges", graph.ecount(), edge_count)
    same("igraph is directed", graph.is_directed(), True)
    if view:
        sample("igraph", [vertex.attributes() for vertex in graph.vs], [edge.attributes() for edge in graph.es],
               {name: graph[name] for name in graph.attributes()})
except ImportError:
    pass

sys.exit(1 if wrong else 0 if readers else 77)
