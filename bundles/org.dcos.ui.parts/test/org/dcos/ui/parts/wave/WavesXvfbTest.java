package org.dcos.ui.parts.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.impact.Hurt;
import org.dcos.domain.power.ChassisCommand;
import org.dcos.domain.power.ChassisOrder;
import org.dcos.domain.power.ChassisOrders.Rest;
import org.dcos.domain.power.ChassisPlan;
import org.dcos.domain.power.ChassisRun;
import org.dcos.domain.power.ChassisRun.Stage;
import org.dcos.domain.power.ChassisRun.State;
import org.dcos.domain.power.ChassisRun.Step;
import org.dcos.domain.power.PowerAction;
import org.dcos.domain.power.PowerPlan.Warning;
import org.dcos.domain.power.PowerState;
import org.dcos.domain.power.Waves;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.model.wave.WaveRunsModel;
import org.dcos.ui.model.wave.WaveRunsModel.Outcomes;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;
import org.dcos.ui.parts.widget.Panel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class WavesXvfbTest {

    private static final Instant NOW = TestDesk.NOW;
    private static final List<Integer> SIZES = List.of(2, 18, 17, 20, 12);
    private static final List<String> NAMES = List.of("", "Room 201 / A01", "Room 201 / A02", "Room 201 / A03 1/2",
            "Room 201 / A03 2/2");

    private static String name(int wave, int i) {
        return "srv-a%02d-%02d".formatted(wave, i + 1);
    }

    private static ChassisPlan plan() {
        var targets = new ArrayList<ChassisPlan.Target>();
        var waves = new ArrayList<ChassisPlan.Wave>();
        for (int wave = 0; wave < SIZES.size(); wave++) {
            waves.add(new ChassisPlan.Wave(NAMES.get(wave), wave == 0, SIZES.get(wave), wave == 2
                    ? List.of("orders-db")
                    : List.of()));
            for (int i = 0; i < SIZES.get(wave); i++) {
                var warnings = i % 7 == 3 ? List.of(Warning.IN_SERVICE, Warning.OTHERS_DEPEND)
                        : i % 5 == 2 ? List.of(Warning.IN_SERVICE) : i % 11 == 4 ? List.of(Warning.STATE_IS_STALE)
                        : List.<Warning>of();
                targets.add(target(wave, i, OptionalInt.of(wave), warnings));
            }
        }
        targets.add(target(9, 0, OptionalInt.empty(), List.of(Warning.NO_BMC)));
        targets.add(target(9, 1, OptionalInt.empty(), List.of(Warning.NOTHING_TO_DO)));
        return new ChassisPlan(new ChassisCommand.SetPower(PowerAction.CYCLE), "d1", waves, targets);
    }

    private static ChassisPlan.Target target(int wave, int i, OptionalInt in, List<Warning> warnings) {
        var hurt = warnings.contains(Warning.OTHERS_DEPEND)
                ? List.of(new Hurt(Kind.CUSTOM_ITEM, new UUID(5, i), "payments", "", Hurt.Severity.LOST,
                        Hurt.Cause.DEPENDENCY, List.of()))
                : List.<Hurt>of();
        return new ChassisPlan.Target(new UUID(wave + 1, i + 1), name(wave, i), "SN" + i, in,
                "Shanghai A / Room 201 / A%02d U%d".formatted(wave, 2 * i + 1), "A%02d".formatted(wave), "", "li.wei",
                "Payments", PowerState.ON, Optional.of(NOW.minusSeconds(20)), hurt.size(), 0, hurt, warnings);
    }

    private static ChassisRun run(Stage stage) {
        var steps = new ArrayList<Step>();
        plan().targets().forEach(target -> {
            int wave = target.wave().orElse(SIZES.size());
            long i = target.server().getLeastSignificantBits();
            var state = wave == SIZES.size() ? State.LEFT_OUT : wave < 2 ? i == 7 ? State.FAILED : State.DONE
                    : wave > 2 ? State.NOT_BEGUN : i < 4 ? State.FAILED : i < 9 ? State.DONE
                    : i < 11 && stage.ended() ? State.UNKNOWN : i < 11 ? State.BEGUN : State.NOT_BEGUN;
            steps.add(new Step(wave, target.server(), target.name(), target.place(), state,
                    state == State.FAILED ? "silent" : state == State.DONE ? "done" : "",
                    state == State.FAILED
                            ? target.name() + ": no answer from 10.20.3.7 after 3 tries in 6 s. Check its cable."
                            : state == State.DONE ? target.name() + ": chassis power is ON." : "",
                    state == State.NOT_BEGUN ? Optional.empty() : Optional.of(NOW.minusSeconds(60 - i))));
        });
        var waves = plan().waves().stream().map(wave -> new ChassisRun.Wave(wave.name(), wave.canary(), 0, 0, 0, 0))
                .toList();
        return new ChassisRun(new UUID(7, stage.ordinal()), order(), stage,
                stage == Stage.STOPPED ? "Stopped: 3 of 17 servers of wave 3 failed, more than 10 %." : "", "li.wei",
                NOW.minusSeconds(120), stage.ended() ? Optional.of(NOW) : Optional.empty(), waves, List.of())
                        .with(steps);
    }

    private static ChassisOrder order() {
        return new ChassisOrder(plan().targets().stream().map(ChassisPlan.Target::server).toList(),
                new ChassisCommand.SetPower(PowerAction.CYCLE), "new kernel, change 4711", new Waves(Waves.By.RACK, "",
                        20, 0, 2, true, Duration.ofSeconds(10), 10, 5),
                Optional.empty(), "");
    }

    @SuppressWarnings("resource") // the desk closes it
    private static FakeConnection connection(Stage stage) {
        return new FakeConnection().answer("plan", _ -> plan())
                .answer("runs", _ -> FakeConnection.page(List.of(run(stage).brief(), run(Stage.WAITING).brief(), run(
                        Stage.INTERRUPTED).brief(), run(Stage.DONE).brief())))
                .answer("run", _ -> run(stage));
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "zh,LIGHT", "en,DARK"})
    void the_dialog_shows_the_waves_and_what_is_to_be_known_before(String language, Theme theme) {
        try (var test = new TestDesk(Locale.forLanguageTag(language), theme, connection(Stage.RUNNING))) {
            test.open(1100, 800);
            var dialog = new WaveDialog(test.shell(), test.desk(), order());
            dialog.setBlockOnOpen(false);
            dialog.open();
            test.settle();

            test.picture(dialog.getShell(), "waves-dialog-%s-%s".formatted(language, theme));

            assertThat(dialog.canBeGiven()).isTrue();
            assertThat(dialog.offersIt()).isTrue();
            dialog.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT", "zh,DARK"})
    void of_one_server_no_waves_are_shown(String language, Theme theme) {
        var only = plan().targets().get(3);
        @SuppressWarnings("resource") // the desk closes it
        var fake = new FakeConnection().answer("plan", _ -> new ChassisPlan(plan().command(), "d1",
                List.of(new ChassisPlan.Wave("A01", false, 1, List.of())),
                List.of(target(0, 3, OptionalInt.of(0), only.warnings()))));
        try (var test = new TestDesk(Locale.forLanguageTag(language), theme, fake)) {
            test.open(900, 600);
            var dialog = new WaveDialog(test.shell(), test.desk(), new ChassisOrder(List.of(only.server()),
                    plan().command(), "hung after update", Waves.ONE, Optional.empty(), ""));
            dialog.setBlockOnOpen(false);
            dialog.open();
            test.settle();
            test.picture(dialog.getShell(), "waves-one-%s-%s".formatted(language, theme));

            assertThat(dialog.offersIt()).isTrue();
            dialog.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"en,LIGHT,1200,760,STOPPED", "zh,LIGHT,1010,620,RUNNING", "en,DARK,1480,760,RUNNING"})
    void the_board_shows_how_it_goes_and_what_was_left(String language, Theme theme, int width, int height,
            Stage stage) {
        try (var test = new TestDesk(Locale.forLanguageTag(language), theme, connection(stage));
                var model = new WaveRunsModel(test.desk().estate(), test.desk().modelTexts(),
                        test.desk().clock().getZone())) {
            new WavesBoard(new Panel(test.shell()).body(), test.desk(), model, _ -> {});
            test.open(width, height);
            model.load();
            test.settle();
            test.picture(test.shell(), "waves-%s-%s".formatted(language, theme));

            model.want(Outcomes.FAILED);
            long failed = model.rows().getValue().size();
            assertThat(failed).isPositive().isLessThan(SIZES.get(2));
            assertThat(model.left(Rest.FAILED)).isEqualTo(stage.ended() ? failed : 0);
            assertThat(model.csv(List.of("Server")).lines().count()).isEqualTo(failed + 1);
        }
    }
}
