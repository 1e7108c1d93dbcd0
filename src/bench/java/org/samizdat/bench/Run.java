package org.samizdat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process used from start to end.
 *
 * @param cpuSeconds user and system time of the whole process, as the shell's {@code times} tells it
 * @param wallSeconds elapsed time
 * @param peakMegabytes largest resident size, from {@code /proc}; 0 where there is none
 */
public record Run(double cpuSeconds, double wallSeconds, double peakMegabytes) {
    private static final String SCRIPT = "\"$@\" >\"$0\" 2>&1; code=$?; times; exit $code";
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");
    private static final int MILLIS_BETWEEN_LOOKS = 50;

    /**
     * Runs a program to its end.
     *
     * @param log gets what it prints
     * @throws CannotMeasureException if it fails
     */
    public static Run of(List<String> command, Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> timed = new ArrayList<>(List.of("sh", "-c", SCRIPT, log.toString()));
        timed.addAll(command);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
        double peak = 0;
        while (!process.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(
                    peak,
                    process.children().mapToDouble(p -> peakMegabytes(p.pid())).sum());
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new CannotMeasureException(command.getFirst() + " failed; see " + log + ".");
        }
        return new Run(childrenSeconds(new String(process.getInputStream().readAllBytes())), wall, peak);
    }

    /** POSIX: the first line of {@code times} is about the shell, the second about its children. */
    private static double childrenSeconds(String times) {
        Matcher matcher = TIME.matcher(times.lines().skip(1).findFirst().orElseThrow());
        double seconds = 0;
        while (matcher.find()) {
            seconds += 60 * Double.parseDouble(matcher.group(1)) + Double.parseDouble(matcher.group(2));
        }
        return seconds;
    }

    /** The largest resident size that a running process has had, in megabytes. */
    public static double peakMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
