package org.samizdat;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.samizdat.publication.Progress;

/** Shows progress to a person: a bar on a terminal, a plain line for each step elsewhere. */
final class ConsoleProgress implements Progress {
    private static final int REFRESH_MILLIS = 100;

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";
    private long started;
    private ProgressBar bar;

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A console that is no terminal (JDK 22 to 24) is ruled out by {@code -Djdk.console=java.base} where we are started. */
    static ConsoleProgress to(PrintStream out) {
        return new ConsoleProgress(out, isTerminal());
    }

    /** Whether a person looks on, at a terminal that can do more than write lines. */
    static boolean isTerminal() {
        String term = System.getenv().getOrDefault("TERM", "dumb");
        return System.console() != null && !term.equals("dumb");
    }

    @Override
    public synchronized void begin(String name, long size) {
        end();
        step = name;
        started = System.nanoTime();
        if (terminal && size > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(size)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(out))
                    .build();
        }
    }

    @Override
    public synchronized void advance(long amount) {
        if (bar != null) {
            bar.stepBy(amount);
        }
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        if (!step.isEmpty()) {
            out.printf(Locale.ROOT, "  %-28s %6.1f s%n", step, (System.nanoTime() - started) / 1e9);
            step = "";
        }
    }
}
