package org.dcos.ui.model.wave;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.impact.Hurt;
import org.dcos.domain.operation.Operation;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisPlan.Target;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.State;
import org.dcos.domain.power.ChassisRun.Step;
import org.dcos.domain.power.PowerPlan.Warning;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Ages;
import org.dcos.ui.model.text.ServerWords;
import org.dcos.ui.model.text.Texts;

/** Says what a plan or an order in waves is. */
public final class WaveWords {

    private final Texts texts;
    private final ServerWords server;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter clock;

    public WaveWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.server = new ServerWords(texts);
        this.moment = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone);
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    /** @param now for the ages of states */
    public WaveSight plan(ChassisPlan plan, Instant now) {
        var blocks = new ArrayList<WaveSight.Block>();
        for (int i = 0; i < plan.waves().size(); i++) {
            int number = i;
            var wave = plan.waves().get(i);
            var title = title(number, wave.name(), wave.canary());
            var rows = plan.targets().stream().filter(target -> target.wave().orElse(-1) == number)
                    .map(target -> row(target, title, now)).toList();
            var note = wave.together().isEmpty() ? texts.get("wave.servers", wave.servers())
                    : texts.get("wave.servers.together", wave.servers(), String.join(", ", wave.together()));
            blocks.add(new WaveSight.Block(title, note, wave.together().isEmpty() ? worst(rows) : Mark.CRITICAL, 0,
                    rows));
        }
        var left = plan.targets().stream().filter(target -> target.wave().isEmpty())
                .map(target -> row(target, texts.get("wave.left"), now)).toList();
        if (!left.isEmpty()) {
            blocks.add(new WaveSight.Block(texts.get("wave.left"), texts.get("wave.servers", left.size()), Mark.NONE,
                    0, left));
        }
        long warned = plan.targets().stream().filter(target -> target.wave().isPresent()
                && !target.warnings().isEmpty()).count();
        return new WaveSight(summary(plan, warned, left.size()), blocks);
    }

    private String summary(ChassisPlan plan, long warned, int left) {
        if (plan.targets().size() == 1) {
            return texts.get(left == 0 ? "wave.summary.one" : "wave.summary.one.left");
        }
        return Stream.of(texts.get("wave.summary.plan", plan.targets().size() - left, plan.waves().size()),
                warned == 0 ? "" : texts.get("wave.summary.warned", warned),
                left == 0 ? "" : texts.get("wave.summary.left", left)).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Mark worst(List<WaveRow> rows) {
        return rows.stream().map(WaveRow::mark).filter(mark -> mark == Mark.CRITICAL || mark == Mark.WARNING)
                .max(Mark::compareTo).orElse(Mark.NONE);
    }

    private String title(int number, String name, boolean canary) {
        return canary ? texts.get("wave.canary") : name.isEmpty() ? texts.get("wave.number", number + 1)
                : texts.get("wave.named", number + 1, name);
    }

    private WaveRow row(Target target, String wave, Instant now) {
        var state = target.asOf().isEmpty() ? texts.of("power", target.power())
                : texts.get("hover.asof", texts.of("power", target.power()), new Ages(texts).since(target.asOf(), now));
        var hurt = target.hurt().stream().map(Hurt::name).collect(Collectors.joining(", "));
        var counts = target.lost() + target.degraded() == 0 ? ""
                : texts.get("wave.hurt", target.lost(), target.degraded(), hurt);
        return new WaveRow(target.server(), target.name(), wave, target.place(), state,
                Stream.of(target.business(), target.owner()).filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" · ")),
                counts, target.warnings().stream().map(warning -> texts.of("warning", warning))
                        .collect(Collectors.joining("; ")),
                mark(target), "", "");
    }

    private static Mark mark(Target target) {
        if (target.wave().isEmpty()) {
            return Mark.OFF;
        }
        return target.warnings().contains(Warning.OTHERS_DEPEND) ? Mark.CRITICAL
                : target.warnings().contains(Warning.IN_SERVICE) ? Mark.WARNING
                : target.warnings().contains(Warning.STATE_IS_STALE) ? Mark.STALE : Mark.WELL;
    }

    /** How an order goes, or went. */
    public WaveSight run(ChassisRun run) {
        var blocks = new ArrayList<WaveSight.Block>();
        for (int i = 0; i < run.waves().size(); i++) {
            int number = i;
            var wave = run.waves().get(i);
            var title = title(number, wave.name(), wave.canary());
            int ended = wave.done() + wave.failed();
            blocks.add(new WaveSight.Block(title,
                    texts.get("wave.progress", wave.done(), wave.servers(), wave.failed()),
                    wave.failed() > 0 ? Mark.CRITICAL : ended == wave.servers() ? Mark.WELL : Mark.NONE,
                    wave.servers() == 0 ? 0 : ended / (double) wave.servers(), rows(run, number, title)));
        }
        var left = rows(run, run.waves().size(), texts.get("wave.left"));
        if (!left.isEmpty()) {
            blocks.add(new WaveSight.Block(texts.get("wave.left"), texts.get("wave.servers", left.size()), Mark.NONE,
                    0, left));
        }
        return new WaveSight(summary(run), blocks);
    }

    private List<WaveRow> rows(ChassisRun run, int wave, String title) {
        return run.steps().stream().filter(step -> step.wave() == wave).map(step -> row(step, title)).toList();
    }

    private WaveRow row(Step step, String wave) {
        var message = step.message().isEmpty() ? "" : plain(step);
        return new WaveRow(step.server(), step.name(), wave, step.place(), texts.of("wave.state", step.state()), "",
                "", message, mark(step.state()), step.state().name(), step.at().map(clock::format).orElse(""));
    }

    private String plain(Step step) {
        var told = server.result(new Operation.Result("", Optional.<UUID>empty(), step.state() == State.DONE,
                step.outcome(), step.message())).replaceFirst("^[:：] ?", "");
        return told.startsWith(step.name()) ? told.substring(step.name().length()).replaceFirst("^[:：] ?", "") : told;
    }

    private static Mark mark(State state) {
        return switch (state) {
            case NOT_BEGUN, LEFT_OUT -> Mark.OFF;
            case BEGUN -> Mark.NONE;
            case DONE -> Mark.WELL;
            case FAILED -> Mark.CRITICAL;
            case UNKNOWN -> Mark.STALE;
        };
    }

    /** Where it stands, and why. */
    public String summary(ChassisRun run) {
        int all = run.waves().stream().mapToInt(ChassisRun.Wave::servers).sum();
        int done = run.waves().stream().mapToInt(ChassisRun.Wave::done).sum();
        int failed = run.waves().stream().mapToInt(ChassisRun.Wave::failed).sum();
        int begun = run.waves().stream().mapToInt(ChassisRun.Wave::begun).sum();
        var counts = texts.get("wave.summary.run", texts.of("wave.stage", run.stage()), done, all, failed,
                all - begun);
        return run.said().isEmpty() ? counts : counts + " " + texts.sentences().of(run.said());
    }

    public WaveRunRow row(ChassisRun run) {
        int all = run.waves().stream().mapToInt(ChassisRun.Wave::servers).sum();
        int done = run.waves().stream().mapToInt(ChassisRun.Wave::done).sum();
        int failed = run.waves().stream().mapToInt(ChassisRun.Wave::failed).sum();
        var mark = switch (run.stage()) {
            case RUNNING -> Mark.NONE;
            case WAITING, PAUSED, CANCELLED -> Mark.WARNING;
            case DONE -> failed == 0 ? Mark.WELL : Mark.WARNING;
            case STOPPED -> Mark.CRITICAL;
            case INTERRUPTED -> Mark.STALE;
        };
        return new WaveRunRow(run, WaveCommand.words(run.order().command(), texts),
                texts.of("wave.stage", run.stage()), texts.get("wave.progress", done, all, failed),
                run.order().reason(), run.startedBy(), moment.format(run.started()), mark);
    }
}
