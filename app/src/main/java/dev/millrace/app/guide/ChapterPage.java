package dev.millrace.app.guide;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;

import java.util.List;

/// A chapter as nodes of the window: paragraphs, lists, tables and examples one below the other.
final class ChapterPage {

    private static final String BULLET = "•";
    private static final int WHOLE = 100; // percent
    private static final double FIRST_OF_TWO = 38;

    private final Words words;

    ChapterPage(FoundWords found) {
        words = new Words(found);
    }

    /// The blocks of a chapter.
    VBox of(Chapter chapter) {
        return blocks(chapter.content(), "guide-page");
    }

    private VBox blocks(Node parent, String style) {
        VBox box = new VBox();
        box.getStyleClass().add(style);
        for (Node block : Chapter.children(parent)) {
            if (!(block instanceof HtmlBlock)) { // comments
                box.getChildren().add(block(block));
            }
        }
        return box;
    }

    private Region block(Node block) {
        return switch (block) {
            case Heading _ -> flow(block, "guide-heading");
            case FencedCodeBlock code -> example(code.getLiteral());
            case IndentedCodeBlock code -> example(code.getLiteral());
            case BulletList list -> list(list, 0);
            case OrderedList list -> list(list, list.getMarkerStartNumber());
            case TableBlock table -> table(table);
            default -> flow(block, "guide-paragraph");
        };
    }

    private TextFlow flow(Node block, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        flow.getChildren().addAll(words.of(block));
        return flow;
    }

    private static Label example(String literal) {
        Label example = new Label(literal.stripTrailing());
        example.getStyleClass().add("guide-example");
        example.setWrapText(true);
        example.setMaxWidth(Double.MAX_VALUE);
        example.setMinHeight(Region.USE_PREF_SIZE);
        return example;
    }

    /// @param first the number of the first line; 0 for a list without numbers
    private VBox list(Node list, int first) {
        VBox box = new VBox();
        box.getStyleClass().add("guide-list");
        int number = first;
        for (Node item : Chapter.children(list)) {
            Label marker = new Label(first == 0 ? BULLET : number + ".");
            marker.getStyleClass().add("guide-marker");
            marker.setMinWidth(Region.USE_PREF_SIZE);
            VBox content = blocks(item, "guide-item");
            HBox.setHgrow(content, Priority.ALWAYS);
            HBox line = new HBox(marker, content);
            line.getStyleClass().add("guide-line");
            box.getChildren().add(line);
            number++;
        }
        return box;
    }

    private GridPane table(TableBlock table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("guide-table");
        int row = 0;
        for (Node part : Chapter.children(table)) {
            for (Node line : Chapter.children(part)) {
                if (line instanceof TableRow) {
                    addRow(grid, row, line, part instanceof TableHead ? "guide-column" : "guide-cell");
                    row++;
                }
            }
        }
        return grid;
    }

    private void addRow(GridPane grid, int row, Node line, String style) {
        List<Node> cells = Chapter.children(line).stream().filter(TableCell.class::isInstance).toList();
        if (row == 0) {
            for (int i = 0; i < cells.size(); i++) {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(share(i, cells.size()));
                grid.getColumnConstraints().add(column);
            }
        }
        for (int i = 0; i < cells.size(); i++) {
            grid.add(flow(cells.get(i), style), i, row);
        }
    }

    /// The first of two columns has names, the second sentences.
    private static double share(int column, int columns) {
        if (columns == 2) {
            return column == 0 ? FIRST_OF_TWO : WHOLE - FIRST_OF_TWO;
        }
        return (double) WHOLE / columns;
    }
}
