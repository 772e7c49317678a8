package dev.millrace.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.json.Json;
import dev.millrace.engine.problem.Place;
import dev.millrace.lab.result.Benchmark;
import dev.millrace.lab.result.ConstraintPoint;
import dev.millrace.lab.result.SyntheticRuns;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

class ReportFolderTest {

    @TempDir private Path folder;

    private final Benchmark benchmark = SyntheticRuns.benchmark();
    private List<String> files = List.of();

    @BeforeEach
    void write() {
        files = new ReportFolder(folder).write(benchmark);
    }

    @Test
    void everyFileThatAReaderExpectsIsThere() {
        assertThat(files)
                .contains(
                        "reports/benchmark.html",
                        "reports/benchmark.json",
                        "reports/pipeline_report.json",
                        "reports/streaming_chunks.jsonl",
                        "reports/constraint_experiment_log.jsonl",
                        "metadata/run_manifest.json",
                        "benchmarks/latency_vs_data_size.csv",
                        "benchmarks/throughput_vs_memory.csv",
                        "benchmarks/resource_vs_accuracy.csv",
                        "benchmarks/significance_tests.csv",
                        "benchmarks/constraint_experiment.csv",
                        "benchmarks/streaming_chunks.csv",
                        "profiles/operator_profile.csv",
                        "charts/ratios.svg",
                        "charts/ratios.png",
                        "charts/trade_off.svg");
        assertThat(files).allSatisfy(file -> assertThat(folder.resolve(file)).isNotEmptyFile());
    }

    @Test
    void theBenchmarkReadsBackAsItWas() throws IOException {
        Benchmark read = Benchmark.read(folder.resolve(ReportFolder.BENCHMARK));

        assertThat(read).isEqualTo(benchmark);
    }

    @Test
    void thePageIsWellFormedAndRefersToNothingOutside() throws Exception {
        String page = Files.readString(folder.resolve(ReportFolder.PAGE));
        Document document = parsed(page);

        NodeList elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            assertThat(element.getTagName()).isNotIn("script", "link", "iframe", "object", "embed", "image", "use");
            assertThat(element.getAttribute("src")).isEmpty();
            assertThat(element.getAttribute("href") + element.getAttribute("xlink:href"))
                    .matches(reference -> reference.isEmpty() || reference.startsWith("#"));
        }
        // Names of XML languages are no addresses; nothing else may look like one.
        assertThat(
                        page.replace("http://www.w3.org/1999/xhtml", "")
                                .replace("http://www.w3.org/2000/svg", "")
                                .replace("http://www.w3.org/1999/xlink", ""))
                .doesNotContain("http://", "https://", "@import")
                .doesNotContainPattern("url\\((?!#)");
        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(charts().size());
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Benchmark of fraud & \"risk\" <sample>");
        assertThat(page).contains(benchmark.comparison().headline().getFirst().substring(0, 20));
    }

    @Test
    void noIdIsTwiceOnThePage() throws Exception {
        Document document = parsed(Files.readString(folder.resolve(ReportFolder.PAGE)));

        Set<String> ids = new HashSet<>();
        NodeList elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            String id = ((Element) elements.item(i)).getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
        }
        assertThat(ids).isNotEmpty();
    }

    @Test
    void everyChartIsAnSvgAndAPngWithSomethingInIt() throws Exception {
        for (String chart : charts()) {
            String svg = Files.readString(folder.resolve("charts/" + chart + ".svg"));
            assertThat(parsed(svg).getElementsByTagName("text").getLength()).as(chart).isGreaterThan(3);
            BufferedImage image = ImageIO.read(folder.resolve("charts/" + chart + ".png").toFile());
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertThat(colours).as(chart).hasSizeGreaterThan(10);
        }
    }

    @Test
    void everyTableHasAHeaderAndAsManyCellsInEachRow() throws IOException {
        for (String file : files) {
            if (file.endsWith(".csv")) {
                List<CSVRecord> rows = rows(file);
                assertThat(rows).as(file).hasSizeGreaterThan(1);
                assertThat(rows).as(file).allMatch(row -> row.size() == rows.getFirst().size());
            }
        }
    }

    @Test
    void theTablesHaveTheRunsFigures() throws IOException {
        assertThat(rows("benchmarks/runs.csv")).hasSize(1 + benchmark.runs().size());
        assertThat(rows("benchmarks/significance_tests.csv")).hasSize(1 + benchmark.comparison().contrasts().size());
        assertThat(rows("benchmarks/constraint_experiment.csv")).hasSize(1 + benchmark.constraints().size());
        CSVRecord first = rows("benchmarks/latency_vs_data_size.csv").get(1);
        assertThat(first.toList()).containsExactly("batch", "0.25", "25000000", "250000", "1", "1.375");
    }

    @Test
    void everyLineOfTheLogsIsAJsonObject() throws IOException {
        List<String> constraints = Files.readAllLines(folder.resolve("reports/constraint_experiment_log.jsonl"));
        assertThat(constraints).hasSize(benchmark.constraints().size());
        ConstraintPoint first =
                Json.read(
                        Json.parse(constraints.getFirst().getBytes(StandardCharsets.UTF_8), Place.of("log")),
                        ConstraintPoint.class,
                        Place.of("log"));
        assertThat(first).isEqualTo(benchmark.constraints().getFirst());
        assertThat(Files.readAllLines(folder.resolve("reports/streaming_chunks.jsonl"))).hasSize(10);
    }

    private List<String> charts() {
        return files.stream()
                .filter(file -> file.endsWith(".svg"))
                .map(file -> file.substring("charts/".length(), file.length() - ".svg".length()))
                .toList();
    }

    private List<CSVRecord> rows(String file) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(folder.resolve(file)))) {
            return parser.getRecords();
        }
    }

    private static Document parsed(String xml) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
