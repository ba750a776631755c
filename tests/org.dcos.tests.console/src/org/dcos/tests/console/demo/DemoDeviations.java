package org.dcos.tests.console.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.cmdb.FieldChange;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.deviation.AuditRun;
import org.dcos.domain.deviation.Correction;
import org.dcos.domain.deviation.Deviation;
import org.dcos.domain.deviation.DeviationFilter;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.DeviationState;
import org.dcos.domain.deviation.Deviations;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Property;

/** What an audit of the made-up data centre found. */
final class DemoDeviations {

    private final DemoEstate estate;
    private final Instant now;
    private final List<Deviation> all = new ArrayList<>();

    DemoDeviations(DemoEstate estate, Instant now) {
        this.estate = estate;
        this.now = now;
        find("srv-a01-07", DeviationKind.SWAPPED, estate.server("srv-a01-08").serial(), 2);
        find("srv-b02-03", DeviationKind.SERIAL_CHANGED, "2102311XDB10K9000321", 3);
        find("srv-b02-11", DeviationKind.SERIAL_CHANGED, "2102311XDB10K9000322", 70);
        find("srv-c01-02", DeviationKind.JUNK_SERIAL, "To be filled by O.E.M.", 1);
        find("srv-c03-14", DeviationKind.DUPLICATE_SERIAL, "2102311XDB10K9000999", 26);
        find("srv-c03-15", DeviationKind.DUPLICATE_SERIAL, "2102311XDB10K9000999", 26);
        find("srv-d01-01", DeviationKind.MODEL_DIFFERS, "PowerEdge R760", 120);
        find("srv-d01-05", DeviationKind.ASSET_TAG_DIFFERS, "AT-90311", 50);
        find("srv-d02-06", DeviationKind.MISSING, "", 9);
        find("10.20.3.245:623", DeviationKind.UNKNOWN_MACHINE, "2102311XDB10K9000400", 4);
    }

    Deviations service() {
        return Answers.to(Deviations.class, (call, arguments) -> switch (call) {
            case "deviations" -> page(matching((DeviationFilter) arguments[0]));
            case "runs" -> page(List.of(new AuditRun(DemoEstate.id("run"), DemoEstate.id("run"),
                    now.minus(Duration.ofMinutes(12)), Optional.of(now.minus(Duration.ofMinutes(9))), "li.wei",
                    AuditRun.State.COMPLETED, 303, 284, 15, 1, 3, 303, 284, all.size(), 3, 1)));
            case "unseen" -> page(List.of());
            case "correction" -> correction((UUID) arguments[0]);
            default -> throw Answers.refused(call);
        });
    }

    private Correction correction(UUID id) {
        var one = all.stream().filter(deviation -> deviation.id().equals(id)).findFirst().orElseThrow();
        return new Correction(one.what(), one.differences().stream().map(difference -> new Correction.Part(Kind.SERVER,
                difference.item().orElse(id), one.what(), false,
                List.of(new FieldChange(difference.property() == Property.SERIAL ? "serial" : "model",
                        difference.recorded(), difference.seen()))))
                .toList());
    }

    private List<Deviation> matching(DeviationFilter filter) {
        return all.stream().filter(one -> filter.state().map(state -> one.state() == state).orElse(true))
                .filter(one -> filter.due().map(due -> one.state().due() == due).orElse(true)).toList();
    }

    private void find(String name, DeviationKind kind, String seen, int hours) {
        Optional<Server> server = estate.servers.stream().filter(one -> one.name().equals(name)).findFirst();
        var property = switch (kind) {
            case MODEL_DIFFERS -> Property.MODEL;
            case ASSET_TAG_DIFFERS -> Property.ASSET_TAG;
            default -> Property.SERIAL;
        };
        var recorded = server.map(one -> switch (property) {
            case MODEL -> one.model();
            case ASSET_TAG -> one.assetTag().orElse("");
            default -> one.serial();
        }).orElse("");
        var point = "10.20.3.%d:623".formatted(10 + all.size());
        var differences = kind == DeviationKind.MISSING ? List.<Difference>of()
                : List.of(new Difference(property, server.map(Server::id), recorded, seen, "BMC", point,
                        now.minus(Duration.ofMinutes(10))));
        boolean fixing = all.size() % 4 == 3;
        all.add(new Deviation(DemoEstate.id(name + kind), 1, kind, name + kind,
                server.map(Server::id).map(List::<UUID>of).orElse(List.of()), List.of(point), name,
                server.flatMap(Server::mounting).map(at -> "%s U%s".formatted(rack(at.rack()), at.lowest())).orElse(""),
                "", differences, now.minus(Duration.ofHours(hours)), now.minus(Duration.ofMinutes(9)), true,
                fixing ? Optional.of("wang.fang") : Optional.empty(),
                fixing ? DeviationState.TO_FIX : DeviationState.OPEN, "", Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty()));
    }

    private String rack(UUID id) {
        return estate.racks.stream().filter(rack -> rack.id().equals(id)).findFirst().orElseThrow().name();
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, items.size());
    }
}
