import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;

/// Draws the program's icon, a mill wheel in its race, in the sizes and files that the systems want: `millrace-N.png`,
/// `millrace.ico` for Windows and `millrace.icns` for macOS, both of which are lists of PNG pictures.
///
/// `java DrawIcons.java FOLDER`
public final class DrawIcons {
    private static final int[] SIZES = {16, 32, 48, 64, 128, 256, 512};
    private static final Color GROUND = new Color(0x0B, 0x6E, 0x7F);
    private static final Color WATER = new Color(0xA9, 0xDD, 0xE4);
    private static final Color WHEEL = new Color(0xFF, 0xFF, 0xFF);
    private static final int PADDLES = 8;

    /// What macOS calls a picture of a size.
    private static final Map<Integer, String> ICNS = Map.of(128, "ic07", 256, "ic08", 512, "ic09");

    private DrawIcons() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        TreeMap<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            pictures.put(size, png(size));
            Files.write(folder.resolve("millrace-" + size + ".png"), pictures.get(size));
        }
        Files.write(folder.resolve("millrace.ico"), ico(pictures.headMap(256, true)));
        Files.write(folder.resolve("millrace.icns"), icns(pictures.tailMap(128, true)));
    }

    private static byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(size / 64.0, size / 64.0);
        draw(canvas);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// Draws on a field of 64 by 64.
    private static void draw(Graphics2D canvas) {
        RoundRectangle2D field = new RoundRectangle2D.Double(2, 2, 60, 60, 16, 16);
        canvas.setColor(GROUND);
        canvas.fill(field);
        canvas.clip(field);
        canvas.setColor(WATER);
        canvas.fill(wave());
        canvas.setColor(WHEEL);
        canvas.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(new Ellipse2D.Double(17, 13, 30, 30));
        for (int paddle = 0; paddle < PADDLES; paddle++) {
            double x = Math.cos(2 * Math.PI * paddle / PADDLES);
            double y = Math.sin(2 * Math.PI * paddle / PADDLES);
            canvas.draw(new Line2D.Double(32 + 5 * x, 28 + 5 * y, 32 + 20 * x, 28 + 20 * y));
        }
        canvas.fill(new Ellipse2D.Double(27, 23, 10, 10));
    }

    private static Path2D wave() {
        Path2D wave = new Path2D.Double();
        wave.moveTo(0, 46);
        wave.curveTo(11, 40, 21, 52, 32, 46);
        wave.curveTo(43, 40, 53, 52, 64, 46);
        wave.lineTo(64, 64);
        wave.lineTo(0, 64);
        wave.closePath();
        return wave;
    }

    private static byte[] ico(Map<Integer, byte[]> pictures) {
        int header = 6 + 16 * pictures.size();
        int bytes = pictures.values().stream().mapToInt(picture -> picture.length).sum();
        ByteBuffer file = ByteBuffer.allocate(header + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        int offset = header;
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            byte side = (byte) (int) picture.getKey(); // 256 is written as 0
            file.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(picture.getValue().length).putInt(offset);
            offset += picture.getValue().length;
        }
        pictures.values().forEach(file::put);
        return file.array();
    }

    private static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream list = new DataOutputStream(bytes);
        for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
            list.write(ICNS.get(picture.getKey()).getBytes(StandardCharsets.US_ASCII));
            list.writeInt(8 + picture.getValue().length);
            list.write(picture.getValue());
        }
        ByteBuffer file = ByteBuffer.allocate(8 + bytes.size());
        file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + bytes.size()).put(bytes.toByteArray());
        return file.array();
    }
}
