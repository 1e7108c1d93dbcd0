package org.samizdat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.samizdat.bench.conversion.ConversionPart;
import org.samizdat.bench.document.DocumentsPart;
import org.samizdat.bench.document.MillionPart;
import org.samizdat.bench.document.PagesPart;
import org.samizdat.bench.document.RevalidatePart;
import org.samizdat.bench.query.ExamplesPart;
import org.samizdat.bench.query.HeavyPart;
import org.samizdat.bench.query.HostilePart;
import org.samizdat.bench.query.RepeatedPart;
import org.samizdat.bench.query.SmallPart;
import org.samizdat.bench.store.LoadPart;
import org.samizdat.bench.store.RestartPart;
import org.samizdat.bench.store.StartPart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command line of the benchmarks: runs the parts that are named, prints a table for each and keeps it as a file. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Samizdat against its peers. Parts: all, conversion, load, start, restart, small, heavy,"
                + " examples, repeated, revalidate, hostile, documents, pages, million, mvn.")
public final class Bench implements Callable<Integer> {
    private static final List<Part> PARTS = List.of(
            new ConversionPart(),
            new LoadPart(),
            new StartPart(),
            new RestartPart(),
            new SmallPart(),
            new HeavyPart(),
            new ExamplesPart(),
            new RepeatedPart(),
            new RevalidatePart(),
            new HostilePart(),
            new DocumentsPart(),
            new PagesPart(),
            new MillionPart(),
            new MavenPart());

    @Parameters(paramLabel = "PART", defaultValue = "all", description = "What to measure (default: all).")
    private List<String> names;

    @Mixin
    private BenchOptions options;

    public static void main(String[] args) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Part> parts = PARTS.stream()
                .filter(part -> names.contains("all") || names.contains(part.name()))
                .toList();
        if (parts.isEmpty()) {
            System.err.println("There is no such part: " + names + ". Run with --help.");
            return CommandLine.ExitCode.USAGE;
        }
        int failed = 0;
        for (Part part : parts) {
            failed += run(part) ? 0 : 1;
        }
        return failed == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean run(Part part) throws IOException, InterruptedException {
        System.out.println("== " + part.name());
        try {
            String report = part.run(options).toMarkdown();
            Path file = options.folder().resolve(part.name() + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, report);
            System.out.println(report + "\nWritten to " + file);
            return true;
        } catch (CannotMeasureException e) {
            System.err.println(part.name() + " was not measured: " + e.getMessage());
            return false;
        }
    }
}
