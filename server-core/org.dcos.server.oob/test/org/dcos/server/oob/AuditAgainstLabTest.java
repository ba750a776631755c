package org.dcos.server.oob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Decision;
import org.dcos.domain.deviation.DecisionOrder;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationFilter;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.Unseen;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.lab.LabOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty planted deviations in a simulated data centre of 240 servers, over real IPMI. */
class AuditAgainstLabTest {

    private static final int SERVERS = 240;
    private static final long SEED = 20_261_126;

    @TempDir Path directory;
    private AuditedLab estate;
    private Planted planted;

    @BeforeEach
    void start() throws Exception {
        estate = new AuditedLab(directory, LabOptions.DEFAULT.withServers(SERVERS).withBaseAddress("127.93.0.0"));
        planted = new Planted(estate, SEED);
    }

    @AfterEach
    void end() {
        estate.close();
    }

    @Test
    void everyPlantedDeviationIsFoundAndNoneIsInvented() throws Exception {
        AuditRun run = estate.run();

        assertThat(told()).hasSize(Planted.COUNT).isEqualTo(planted.expected(Set.of()));
        assertThat(run.state()).isEqualTo(AuditRun.State.COMPLETED);
        assertThat(run.answered()).isEqualTo(run.asked()).isEqualTo(SERVERS - 6);
        assertThat(run.silent() + run.refused()).isZero();
        assertThat(run.opened()).isEqualTo(run.found()).isEqualTo(Planted.COUNT);
    }

    @Test
    void whatIsSilentIsNotReportedMissingButToldAsNotSeen() throws Exception {
        Set<Integer> silent = planted.drawn(30, SEED + 1);
        planted.silence(silent);

        AuditRun run = estate.run();

        assertThat(told()).isEqualTo(planted.expected(silent));
        assertThat(run.silent()).isEqualTo(silent.size());
        assertThat(run.answered()).isEqualTo(SERVERS - 6 - silent.size());
        Set<String> unseen = estate.unseen(run).stream().filter(one -> !one.point().isEmpty()).map(Unseen::name)
                .collect(Collectors.toSet());
        assertThat(unseen).isEqualTo(silent.stream().filter(number -> !planted.seenElsewhere(number, silent))
                .map(planted::unseenName).collect(Collectors.toSet()));

        planted.silence(Set.of());
        estate.run();

        assertThat(told()).isEqualTo(planted.expected(Set.of()));
    }

    @Test
    void aLaterPartialRunNeitherForgetsNorInvents() throws Exception {
        estate.run();
        List<Deviation> before = estate.due();
        Set<Integer> silent = planted.drawn(30, SEED + 2);
        planted.silence(silent);

        AuditRun run = estate.run();

        assertThat(told()).isEqualTo(planted.expected(Set.of()));
        assertThat(run.gone()).isZero();
        assertThat(run.opened()).isZero();
        assertThat(estate.due()).extracting(Deviation::firstSeen)
                .containsExactlyInAnyOrderElementsOf(before.stream().map(Deviation::firstSeen).toList());
        assertThat(estate.due()).filteredOn(one -> !one.current()).isNotEmpty();
    }

    @Test
    void decisionsAreKeptAndOnlyAnAcceptedOneChangesTheRecords() throws Exception {
        estate.run();
        Deviation changed = one(DeviationKind.SERIAL_CHANGED);
        Deviation junk = one(DeviationKind.JUNK_SERIAL);
        Deviation model = one(DeviationKind.MODEL_DIFFERS);
        Deviation swapped = one(DeviationKind.SWAPPED);

        var correction = estate.audit.correction(changed.id());
        assertThat(correction.parts()).singleElement().satisfies(part -> assertThat(part.fields()).singleElement()
                .satisfies(field -> {
                    assertThat(field.field()).isEqualTo("serial");
                    assertThat(field.after()).isEqualTo(changed.differences().getFirst().seen());
                }));
        assertThat(serial(changed.what())).isEqualTo(changed.differences().getFirst().recorded());
        Deviation accepted = decide(changed, new Decision.Accept("board replaced"));
        assertThat(accepted.state()).isEqualTo(DeviationState.ACCEPTED);
        assertThat(accepted.changeSet()).isPresent();
        assertThat(serial(changed.what())).isEqualTo(changed.differences().getFirst().seen());
        assertThatThrownBy(() -> decide(junk, new Decision.Accept("as it is"))).isInstanceOf(Invalid.class)
                .hasMessageContaining("placeholder");
        assertThatThrownBy(() -> decide(swapped, new Decision.Accept(" "))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> estate.audit.decide(changed.id(), new DecisionOrder(changed.version(),
                new Decision.TakeOver()))).isInstanceOf(Conflict.class);
        decide(swapped, new Decision.Accept("seen on site"));
        decide(junk, new Decision.Fix("rewrite the FRU"));
        decide(model, new Decision.Ignore(Instant.now().plus(Duration.ofDays(7)), "spelling"));

        planted.repair(junk.what());
        AuditRun run = estate.run();

        assertThat(estate.audit.deviation(junk.id()).state()).isEqualTo(DeviationState.GONE);
        assertThat(estate.audit.deviation(model.id()).state()).isEqualTo(DeviationState.IGNORED);
        assertThat(estate.audit.deviation(changed.id()).state()).isEqualTo(DeviationState.ACCEPTED);
        assertThat(estate.audit.deviation(swapped.id()).state()).isEqualTo(DeviationState.ACCEPTED);
        assertThat(estate.due()).hasSize(Planted.COUNT - 4);
        assertThat(run.opened()).isZero();
        assertThat(estate.audit.deviations(DeviationFilter.NONE, PageRequest.ALL).total()).isEqualTo(Planted.COUNT);
    }

    private Deviation one(DeviationKind kind) {
        return estate.due().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private Deviation decide(Deviation one, Decision decision) throws Exception {
        return estate.audit.decide(one.id(), new DecisionOrder(one.version(), decision));
    }

    private String serial(String name) {
        return estate.records.read(view -> view.item(Server.class, planted.server(name).id())).orElseThrow().serial();
    }

    private List<String> told() {
        return estate.due().stream().map(AuditedLab::words).sorted().toList();
    }
}
