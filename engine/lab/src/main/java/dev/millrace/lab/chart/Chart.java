package dev.millrace.lab.chart;

import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// A chart, ready to be drawn.
public final class Chart {

    private static final int WIDTH = 860;
    private static final int PIXELS_PER_POINT = 2; // of a PNG, for sharp screens
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final String id;
    private final String title;
    private final String meaning;
    private final int height;
    private final JFreeChart drawing;

    /// @param id names its files
    /// @param meaning what is to be seen in it, for those who cannot see it
    Chart(String id, String title, String meaning, int height, JFreeChart drawing) {
        this.id = id;
        this.title = title;
        this.meaning = meaning;
        this.height = height;
        this.drawing = drawing;
    }

    /// Names its files.
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// What is to be seen in it, in words.
    public String meaning() {
        return meaning;
    }

    /// The chart as an SVG element. Its ids begin with that of the chart, so that several fit in one page.
    public String svg() {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .getDOMImplementation()
                            .createDocument(SVG, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment(" " + id + " ");
            context.setIDGenerator(
                    new SVGIDGenerator() {

                        @Override
                        public String generateID(String prefix) {
                            return super.generateID(id + "-" + prefix);
                        }
                    });
            SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            graphics.setSVGCanvasSize(new Dimension(WIDTH, height));
            drawing.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
            Element root = graphics.getRoot();
            root.setAttribute("viewBox", "0 0 " + WIDTH + " " + height);
            root.setAttribute("role", "img");
            root.setAttribute("aria-label", title + ". " + meaning);
            StringWriter text = new StringWriter();
            graphics.stream(root, text, false, false);
            String svg = text.toString();
            return svg.substring(svg.indexOf("<svg")) // without the document type, which lies at an address
                    .replace("id=\"genericDefs\"", "id=\"" + id + "-defs\""); // the one id that has a fixed name
        } catch (ParserConfigurationException | IOException never) {
            throw new IllegalStateException("a chart could not be written to memory", never);
        }
    }

    /// The chart as a PNG file.
    public byte[] png() {
        int scale = PIXELS_PER_POINT;
        BufferedImage image = new BufferedImage(WIDTH * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.transform(AffineTransform.getScaleInstance(scale, scale));
        drawing.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
        graphics.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException never) {
            throw new IllegalStateException("a chart could not be written to memory", never);
        }
    }
}
