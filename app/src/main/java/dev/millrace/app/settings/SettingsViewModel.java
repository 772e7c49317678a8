package dev.millrace.app.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

import java.util.ArrayList;
import java.util.List;
import java.util.prefs.Preferences;

/// What a person has set, kept in the platform's preferences. The colours are
/// [dev.millrace.app.theme.ThemeViewModel]'s.
public final class SettingsViewModel {

    /// Text sizes to choose from, in percent of the usual one.
    public static final List<Integer> TEXT_SIZES = List.of(100, 125, 150, 175, 200);

    public static final int MOST_WORKERS = 1024;
    public static final int MOST_MEMORY = 1 << 20;
    public static final int MOST_RECENTS = 30;
    public static final int MOST_SECONDS = 3600;

    private static final int USUAL_SIZE = 100;
    private static final int USUAL_RECENTS = 8;
    private static final int USUAL_SECONDS = 30;

    private final Preferences preferences;
    private final List<Runnable> resets = new ArrayList<>();
    private final IntegerProperty textSize;
    private final IntegerProperty workers;
    private final IntegerProperty memory;
    private final IntegerProperty recents;
    private final IntegerProperty noticeSeconds;
    private final BooleanProperty notices;
    private final BooleanProperty confirmsCancel;
    private final BooleanProperty reducedMotion;

    public SettingsViewModel(Preferences preferences) {
        this.preferences = preferences;
        textSize = number("text.size", USUAL_SIZE, TEXT_SIZES.getFirst(), TEXT_SIZES.getLast());
        workers = number("run.workers", 0, 0, MOST_WORKERS);
        memory = number("run.memory", 0, 0, MOST_MEMORY);
        recents = number("recents.most", USUAL_RECENTS, 1, MOST_RECENTS);
        noticeSeconds = number("notice.seconds", USUAL_SECONDS, 0, MOST_SECONDS);
        notices = flag("notice", true);
        confirmsCancel = flag("confirm.cancel", true);
        reducedMotion = flag("motion.reduced", false);
    }

    /// Size of texts, in percent of the usual one.
    public IntegerProperty textSizeProperty() {
        return textSize;
    }

    /// Workers that a new recipe asks for; 0 lets the engine choose.
    public IntegerProperty workersProperty() {
        return workers;
    }

    /// Memory limit that a new recipe asks for, in MiB; 0 is the whole heap.
    public IntegerProperty memoryProperty() {
        return memory;
    }

    /// How many recent paths are kept.
    public IntegerProperty recentsProperty() {
        return recents;
    }

    /// Whether a person is told of a long run that has ended while another window is in front.
    public BooleanProperty noticesProperty() {
        return notices;
    }

    /// Which runs are long, in seconds.
    public IntegerProperty noticeSecondsProperty() {
        return noticeSeconds;
    }

    /// Whether cancelling a run of more than half a minute is asked about.
    public BooleanProperty confirmsCancelProperty() {
        return confirmsCancel;
    }

    /// Whether nothing moves that need not.
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /// The next larger or smaller text.
    ///
    /// @param steps 1 or −1; 0 is the usual size
    public void resizeText(int steps) {
        int size = textSize.get();
        textSize.set(
                switch (Integer.signum(steps)) {
                    case 1 -> TEXT_SIZES.stream().filter(each -> each > size).findFirst().orElse(size);
                    case -1 -> TEXT_SIZES.reversed().stream().filter(each -> each < size).findFirst().orElse(size);
                    default -> USUAL_SIZE;
                });
    }

    /// Sets everything back to how it was at the first start.
    public void reset() {
        resets.forEach(Runnable::run);
    }

    private IntegerProperty number(String key, int usual, int least, int most) {
        int kept = Math.clamp(preferences.getInt(key, usual), least, most);
        IntegerProperty property = new SimpleIntegerProperty(kept);
        property.subscribe(now -> preferences.putInt(key, now.intValue()));
        resets.add(() -> property.set(usual));
        return property;
    }

    private BooleanProperty flag(String key, boolean usual) {
        BooleanProperty property = new SimpleBooleanProperty(preferences.getBoolean(key, usual));
        property.subscribe(now -> preferences.putBoolean(key, now));
        resets.add(() -> property.set(usual));
        return property;
    }
}
