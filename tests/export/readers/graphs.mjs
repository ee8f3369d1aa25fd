// graphs.mjs FORMAT FILE NODES EDGES [TEXTS]: graphml, gexf and graphology by graphology, cytoscape by Cytoscape.js without a page. TEXTS is a JSON
// list with the label of each node.
import { finish, inXml, library, read, same, sameTexts, spaced } from './reader.mjs'

const [format, file, nodes, edges, texts] = process.argv.slice(2)
const labels = texts ? JSON.parse(read(texts)).map(([label]) => label) : null

function graphology() {
  const { MultiDirectedGraph, MultiGraph } = library('graphology')
  if (format === 'graphology') return MultiDirectedGraph.from(JSON.parse(read(file)))
  if (format === 'gexf') {
    // It takes a file without edges for a mixed graph.
    return library('graphology-gexf').parse(MultiGraph, read(file), { addMissingNodes: false })
  }
  return library('graphology-graphml').parse(MultiDirectedGraph, read(file))
}

if (format === 'cytoscape') {
  const cytoscape = library('cytoscape')
  const cy = cytoscape({ ...JSON.parse(read(file)), headless: true, styleEnabled: false })
  same('nodes', cy.nodes().length, Number(nodes))
  same('edges', cy.edges().length, Number(edges))
  same('every node has a place', cy.nodes().every(node => Number.isFinite(node.position('x')) && Number.isFinite(node.position('y'))), true)
  same('numbers are numbers', cy.nodes().every(node => typeof node.data('pagerank') === 'number'), true)
  if (labels) sameTexts('label', cy.nodes().map(node => node.data('label')), labels, spaced)
} else {
  const graph = graphology()
  same('nodes', graph.order, Number(nodes))
  same('edges', graph.size, Number(edges))
  same('every edge is directed', graph.undirectedSize, 0)
  graph.forEachNode((node, attributes) => {
    same(`${node} has a place`, [typeof attributes.x, typeof attributes.y], ['number', 'number'])
    same(`${node} has a look`, [typeof attributes.size, typeof attributes.color], ['number', 'string'])
    same(`${node} has a score`, typeof attributes.pagerank, 'number')
  })
  graph.forEachEdge((edge, attributes) => same(`${edge} is counted`, [typeof attributes.count, typeof attributes.weight], ['number', 'number']))
  if (labels) sameTexts('label', graph.mapNodes((node, attributes) => attributes.label), labels, format === 'graphology' ? spaced : inXml)
}
finish()
