package dev.millrace.app.view;

/// Every FXML file of the workbench.
public enum View {
    SHELL("shell"),
    HOME("home"),
    DATA("data"),
    RECIPE("recipe"),
    RUN("run"),
    RESULTS("results"),
    HISTORY("history"),
    BENCHMARK("benchmark"),
    PROBLEM("problem"),
    PALETTE("palette"),
    SETTINGS("settings"),
    GUIDE("guide"),
    ABOUT("about");

    private final String file;

    View(String file) {
        this.file = file;
    }

    /// Its resource.
    public String path() {
        return "/dev/millrace/ui/fxml/" + file + ".fxml";
    }
}
