package dev.millrace.engine.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.testing.RecipeText;
import dev.millrace.engine.testing.Runs;
import dev.millrace.engine.testing.Tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// A report needs nothing but itself, and takes no data for markup.
class HtmlReportTest {

    private static final String HOSTILE = "<script src='https://evil.example'>&\"";

    @TempDir private Path folder;

    private String report() {
        StringBuilder rows = new StringBuilder("code,label\n");
        for (int row = 0; row < 60; row++) {
            rows.append(row % 2 == 0 ? "<script src='https://evil.example'>&" : "b").append(',').append(row % 3 / 2);
            rows.append('\n');
        }
        for (int shard = 1; shard <= 3; shard++) {
            Tree.write(folder.resolve("in/part-0000" + shard + ".csv"), rows.toString());
        }
        Runs.done(
                RecipeText.of(folder.resolve("in"), folder.resolve("out"))
                        .label("label")
                        .strategy("tabular-split")
                        .riskTable(List.of("code"), "1")
                        .streaming(1));
        return HtmlReport.of((Results.Finished) Results.in(folder.resolve("out")));
    }

    @Test
    void itIsOnePageWithoutScriptsAndLinks() {
        String page = report();
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("prefers-color-scheme: dark", "180 rows in = 126 train", "<svg", "Risks of code")
                .doesNotContain("<script", "<link", "<img", "@import", "url(", " href");
    }

    @Test
    void whatComesFromDataIsNoMarkup() {
        assertThat(Html.escaped(HOSTILE + "\u0007"))
                .isEqualTo("&lt;script src=&#39;https://evil.example&#39;&gt;&amp;&quot;\\u0007");
        assertThat(report()).contains("&lt;script src=&#39;https://evil.example&#39;&gt;&amp;");
    }

    @Test
    void everyElementIsClosed() throws IOException, SAXException, ParserConfigurationException {
        String page =
                report().replace("<!DOCTYPE html>", "")
                        .replaceAll("<meta ([^>]*)>", "<meta $1/>")
                        .replace("<details open>", "<details>");
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(page)));
        assertThat(document.getElementsByTagName("table").getLength()).isGreaterThanOrEqualTo(3);
    }
}
