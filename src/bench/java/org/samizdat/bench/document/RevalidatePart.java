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
import org.samizdat.bench.load.Wrk;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;

/** 304 to those who have the answer already: of a query and of a document, beside nginx with a file of the same bytes. */
public final class RevalidatePart implements Part {
    private static final int CONNECTIONS = 16;
    private static final double GOAL = 1;

    @Override
    public String name() {
        return "revalidate";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        Tool.WRK.require();
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
        Comparison comparison = new Comparison(Servers.SAMIZDAT);
        for (int round = -1; round < options.rounds(); round++) {
            for (Map.Entry<String, Target> each : targets.entrySet()) {
                String load = each.getKey() + ", " + CONNECTIONS;
                Target file = Target.of("/" + each.getKey() + "/file");
                nginx.secondsToAnswer(file);
                List<Target> ours = revalidating(samizdat, each.getValue());
                List<Target> theirs = revalidating(nginx, file);
                if (round < 0) {
                    new Wrk(CONNECTIONS, Math.max(1, options.warmUp() / 2)).cycle(samizdat, ours);
                    new Wrk(CONNECTIONS, 1).cycle(nginx, theirs);
                } else {
                    Wrk wrk = new Wrk(CONNECTIONS, options.seconds());
                    comparison.add(nginx, load, wrk.cycle(nginx, theirs));
                    comparison.add(samizdat, load, wrk.cycle(samizdat, ours));
                }
            }
        }
        return report(
                comparison,
                targets.keySet().stream().map(name -> name + ", " + CONNECTIONS).toList());
    }

    private static List<Target> revalidating(Server server, Target target) throws IOException, InterruptedException {
        List<Target> conditional = DocumentsPart.revalidating(server, List.of(target));
        int status = server.get(conditional.getFirst()).statusCode();
        if (status != 304) {
            throw new CannotMeasureException(server.name() + " answers " + status + " instead of 304 to " + target);
        }
        return conditional;
    }

    private static Report report(Comparison comparison, List<String> loads) {
        Report report = comparison.report("Revalidation: 304");
        for (String load : loads) {
            comparison.row(report, load, Nginx.NAME);
            report.goalAtLeast("requests/s, " + load, GOAL, comparison.throughput(Nginx.NAME, load));
            report.goalAtLeast("requests per CPU, " + load, GOAL, comparison.economy(Nginx.NAME, load));
        }
        return report;
    }
}
