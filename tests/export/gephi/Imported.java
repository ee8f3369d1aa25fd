// Imports graphs by Gephi's own code and says what it made of them: java -cp 'jars/*' Imported.java FILE..., or a folder of our
// tables. Two lines of JSON for each: which parser of XML Gephi has under it depends on how it was packed, and they differ.
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.*;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.*;
import org.gephi.io.importer.plugin.file.ImporterBuilderGEXF;
import org.gephi.io.importer.plugin.file.ImporterBuilderGraphML;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class Imported {
  static String quoted(String text) {
    if (text == null) return "null";
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c >= ' ' && c <= '~' && c != '"' && c != '\\') out.append(c);
      else out.append(String.format("\\u%04x", (int) c));
    }
    return out.append('"').toString();
  }

  static String columns(Table table) {
    List<String> all = new ArrayList<>();
    for (Column column : table) all.add(quoted(column.getTitle()) + ":" + quoted(column.getTypeClass().getSimpleName()));
    return "{" + String.join(",", all) + "}";
  }

  static String days(Interval bounds) {
    String low = Double.isInfinite(bounds.getLow()) ? null : AttributeUtils.printTimestampInFormat(bounds.getLow(), TimeFormat.DATE);
    String high = Double.isInfinite(bounds.getHigh()) ? null : AttributeUtils.printTimestampInFormat(bounds.getHigh(), TimeFormat.DATE);
    return "[" + quoted(low) + "," + quoted(high) + "]";
  }

  static String elements(Iterable<? extends Element> elements) {
    List<String> all = new ArrayList<>();
    for (Element element : elements) {
      List<String> values = new ArrayList<>();
      for (Column column : element.getTable()) {
        Object value = element.getAttribute(column);
        if (value == null) continue;
        String text = value instanceof IntervalSet ? ((IntervalSet) value).toString(TimeFormat.DATE) : value.toString();
        values.add(quoted(column.getTitle()) + ":" + quoted(text));
      }
      all.add("{" + String.join(",", values) + "}");
    }
    return "[" + String.join(",", all) + "]";
  }

  static void take(Container container, Processor processor, Workspace workspace, List<String> issues) {
    for (Iterator<Issue> all = container.getReport().getIssues(1000); all.hasNext(); ) {
      Issue issue = all.next();
      issues.add("[" + quoted(issue.getLevel().toString()) + "," + quoted(issue.getMessage()) + "]");
    }
    Lookup.getDefault().lookup(ImportController.class).process(container, processor, workspace);
  }

  static void takeFile(Path path, Workspace workspace, List<String> issues) throws Exception {
    FileImporter importer = path.toString().endsWith(".gexf") ? new ImporterBuilderGEXF().buildImporter() : new ImporterBuilderGraphML().buildImporter();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      take(Lookup.getDefault().lookup(ImportController.class).importFile(reader, importer), new DefaultProcessor(), workspace, issues);
    }
  }

  /** A folder of tables as docs/exports.md says: appended one by one, intervals as the time representation, all else as it guesses. */
  static void takeTables(Path folder, Workspace workspace, List<String> issues) throws Exception {
    for (String name : new String[] {"entities.csv", "events.csv", "edges.csv"}) {
      ImporterSpreadsheetCSV importer = new ImporterSpreadsheetCSV();
      importer.setFile(folder.resolve(name).toFile());
      importer.setTimeRepresentation(TimeRepresentation.INTERVAL);
      ImportController controller = Lookup.getDefault().lookup(ImportController.class);
      take(controller.importFile(folder.resolve(name).toFile(), importer), new AppendProcessor(), workspace, issues);
    }
  }

  static String imported(Path path, ProjectController projects) throws Exception {
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    List<String> issues = new ArrayList<>();
    if (Files.isDirectory(path)) takeTables(path, workspace, issues);
    else takeFile(path, workspace, issues);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    Graph graph = model.getGraph();
    return "{\"issues\":[" + String.join(",", issues) + "],\"directed\":" + model.isDirected() + ",\"dynamic\":" + model.isDynamic()
        + ",\"zone\":" + quoted(model.getTimeZone().toString()) + ",\"format\":" + quoted(model.getTimeFormat().toString())
        + ",\"bounds\":" + days(model.getTimeBounds()) + ",\"node_columns\":" + columns(model.getNodeTable()) + ",\"edge_columns\":"
        + columns(model.getEdgeTable()) + ",\"nodes\":" + elements(graph.getNodes()) + ",\"edges\":" + elements(graph.getEdges()) + "}";
  }

  public static void main(String[] files) {
    Logger.getLogger("").setLevel(Level.WARNING);
    int code = 0;
    try {
      ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
      for (String file : files) {
        for (String parser : new String[] {"com.sun.xml.internal.stream.XMLInputFactoryImpl", "com.ctc.wstx.stax.WstxInputFactory"}) {
          System.setProperty("javax.xml.stream.XMLInputFactory", parser);
          System.out.println(imported(Path.of(file), projects));
        }
      }
    } catch (Exception error) {
      error.printStackTrace();
      code = 1;
    }
    System.exit(code);  // it leaves threads behind that wait for ever
  }
}
