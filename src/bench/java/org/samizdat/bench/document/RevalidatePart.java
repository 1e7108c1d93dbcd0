package org.samizdat.bench.document;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.Tool;
import org.samizdat.bench.load.Comparison;
import org.samizdat.bench.load.H2load;
import org.samizdat.bench.load.Window;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;

/** 304 to those who have the answer already: of a query and of a document, beside nginx with a file of the same bytes. */
public final class RevalidatePart implements Part {
    private static final int CONNECTIONS = 16;
    private static final String UNCHANGED = ", 304";
    private static final String WHOLE = ", 200";
    private static final double GOAL = 1;

    @Override
    public String name() {
        return "revalidate";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        Tool.H2LOAD.require();
        Tool.NGINX.require();
        StoreData.Generated data = StoreData.generate(options);
        Servers servers = Servers.prepare(options, data);
        Things thing = Things.draw(data, 1, options.seed());
        Map<String, Target> targets = new LinkedHashMap<>();
        targets.put("query", thing.describes().getFirst());
        targets.put("document", thing.documents(Things.TURTLE).getFirst());
        try (Server samizdat = servers.samizdat()) {
            samizdat.secondsToAnswer("ASK {}");
            Nginx files = new Nginx(options.folder().resolve("nginx"));
            for (Map.Entry<String, Target> each : targets.entrySet()) {
                HttpResponse<byte[]> answer = samizdat.get(each.getValue());
                files.folder(each.getKey(), answer.headers()).file(each.getKey() + "/file", answer.body());
            }
            try (Server nginx = files.start()) {
                return measure(options, targets, samizdat, nginx);
            }
        }
    }

    private static Report measure(BenchOptions options, Map<String, Target> targets, Server samizdat, Server nginx)
            throws IOException, InterruptedException {
        Comparison comparison = new Comparison(Servers.SAMIZDAT, "Revalidation, " + CONNECTIONS + " connections");
        for (int round = -1; round < options.rounds(); round++) {
            for (Map.Entry<String, Target> each : targets.entrySet()) {
                Target file = Target.of("/" + each.getKey() + "/file");
                nginx.secondsToAnswer(file);
                H2load h2load = new H2load(
                        CONNECTIONS,
                        round < 0 ? Math.max(1, options.warmUp() / 4) : options.seconds(),
                        options.folder());
                Map<Server, Target> asked = Map.of(samizdat, each.getValue(), nginx, file);
                for (Server server : List.of(nginx, samizdat)) {
                    Window whole = h2load.repeat(server, asked.get(server));
                    Window unchanged = h2load.repeat(server, revalidating(server, asked.get(server)));
                    if (round >= 0) {
                        comparison.add(server, each.getKey() + WHOLE, whole);
                        comparison.add(server, each.getKey() + UNCHANGED, unchanged);
                    }
                }
            }
        }
        targets.keySet().forEach(name -> report(comparison, name));
        return comparison.report();
    }

    /** The same request by somebody who has the answer already. */
    private static Target revalidating(Server server, Target target) throws IOException, InterruptedException {
        String tag = server.get(target)
                .headers()
                .firstValue("ETag")
                .orElseThrow(() -> new CannotMeasureException(server.name() + " sends no ETag for " + target));
        Target conditional = target.with("If-None-Match", tag);
        int status = server.get(conditional).statusCode();
        if (status != 304) {
            throw new CannotMeasureException(server.name() + " answers " + status + " instead of 304 to " + target);
        }
        return conditional;
    }

    private static void report(Comparison comparison, String name) {
        comparison.row(name + UNCHANGED, Nginx.NAME);
        comparison.row(name + WHOLE, Nginx.NAME);
        Report report = comparison.report();
        String load = name + UNCHANGED;
        report.goalAtLeast("requests/s, " + load, GOAL, comparison.throughput(Nginx.NAME, load));
        report.goalAtLeast("requests per CPU, " + load, GOAL, comparison.economy(Nginx.NAME, load));
        report.goalAtMost(
                "CPU of the 304 against the 200, " + name,
                1,
                comparison.cpu(Servers.SAMIZDAT, load).over(comparison.cpu(Servers.SAMIZDAT, name + WHOLE)));
    }
}
