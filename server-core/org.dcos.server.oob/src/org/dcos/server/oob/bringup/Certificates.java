package org.dcos.server.oob.bringup;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dcos.domain.access.Caller;
import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.domain.bmc.BmcSetup;
import org.dcos.domain.bmc.BmcStore;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.Arrival.Cause;
import org.dcos.domain.bringup.ArrivalStore.Kept;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.InventoryStore;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.problem.NotFound;
import org.dcos.server.oob.certificate.RackCertificate;
import org.dcos.server.oob.certificate.RackCertificate.Acceptance;
import org.dcos.server.oob.certificate.RackCertificate.Difference;
import org.dcos.server.oob.certificate.RackCertificate.Found;
import org.dcos.server.oob.certificate.RackCertificate.Part;
import org.dcos.server.oob.certificate.RackCertificate.Unit;
import org.dcos.server.oob.certificate.RackCertificate.Verdict;

/** Gathers what the certificate of a rack says. */
final class Certificates {

    private static final String LABEL = "parts.";

    private final InventoryStore inventory;
    private final BmcStore bmcs;
    private final Planned planned;
    private final Book book;
    private final InstantSource clock;

    Certificates(InventoryStore inventory, BmcStore bmcs, Planned planned, Book book, InstantSource clock) {
        this.inventory = inventory;
        this.bmcs = bmcs;
        this.planned = planned;
        this.book = book;
        this.clock = clock;
    }

    RackCertificate of(UUID id) throws NotFound {
        Rack rack = planned.item(Rack.class, id).orElseThrow(() -> NotFound.of("rack", id));
        Optional<Room> room = planned.item(Room.class, rack.room());
        Optional<Idc> idc = room.flatMap(one -> planned.item(Idc.class, one.idc()));
        Map<UUID, Kept> arrivals = book.all().stream().filter(kept -> kept.arrival().server().isPresent())
                .collect(Collectors.toMap(kept -> kept.arrival().server().get(), kept -> kept,
                        (a, b) -> a.arrival().changed().isAfter(b.arrival().changed()) ? a : b));
        List<Unit> units = inventory.allServers().stream()
                .filter(server -> server.mounting().filter(at -> at.rack().equals(id)).isPresent())
                .sorted(Comparator.comparingDouble((Server server) -> server.mounting().get().lowestUnit()).reversed())
                .map(server -> unit(server, Optional.ofNullable(arrivals.get(server.id())))).toList();
        return new RackCertificate(rack.name(), Stream.of(idc.map(Idc::name), room.map(Room::name))
                .flatMap(Optional::stream).collect(Collectors.joining(" / ")), rack.heightUnits(), rack.descending(),
                units, Caller.current().name(), clock.instant(), ZoneId.systemDefault(), version());
    }

    private Unit unit(Server server, Optional<Kept> kept) {
        Mounting at = server.mounting().orElseThrow();
        Map<String, String> labels = planned.labels(server);
        Optional<Bmc> bmc = bmcs.byServer(server.id());
        Optional<BmcIdentity> told = kept.flatMap(one -> one.arrival().identity()).or(() -> bmc.flatMap(Bmc::identity));
        List<BmcSetup.Part> parts = kept.map(one -> one.intent().parts()).orElse(List.of());
        var acceptance = kept.flatMap(one -> one.intent().accepted())
                .map(one -> new Acceptance(one.by(), one.reason(), one.at()));
        List<Difference> differences = told.map(identity -> Comparison.compare(server, labels, identity, parts)
                .differences().stream()
                .map(one -> new Difference(one.what(), one.bought(), one.found(), acceptance)).toList())
                .orElse(List.of());
        return new Unit(at.lowestUnit(), at.heightUnits(),
                Optional.of(new RackCertificate.Planned(server.name(), server.model(), server.serial(),
                        bought(labels))),
                told.map(identity -> new Found(identity.model(), identity.serial(),
                        kept.map(one -> one.arrival().mac()).orElse(""),
                        bmc.map(Bmc::address).or(() -> kept.map(one -> one.arrival().address())).orElse(""),
                        identity.firmware(), parts.stream().map(Certificates::part).toList())),
                verdict(server, kept.map(Kept::arrival), told, differences, acceptance),
                kept.map(one -> one.arrival().steps().stream()
                        .map(step -> new RackCertificate.Step(step.kind(), step.done(), step.at(), step.evidence()))
                        .toList()).orElse(List.of()),
                differences);
    }

    private static List<Part> bought(Map<String, String> labels) {
        var parts = new ArrayList<Part>();
        for (BmcSetup.Part.Kind kind : BmcSetup.Part.Kind.values()) {
            Optional.ofNullable(labels.get(LABEL + kind.name().toLowerCase(Locale.ROOT)))
                    .filter(text -> !text.isBlank()).ifPresent(text -> parts.add(new Part(kind.name(), text, "")));
        }
        return parts;
    }

    private static Part part(BmcSetup.Part part) {
        return new Part(part.kind().name(), Stream.of(part.name(), part.manufacturer(), part.model(),
                part.partNumber()).filter(text -> !text.isBlank()).distinct().collect(Collectors.joining(" ")),
                part.serial());
    }

    private static Verdict verdict(Server server, Optional<Arrival> arrival, Optional<BmcIdentity> told,
            List<Difference> differences, Optional<Acceptance> acceptance) {
        boolean accepted = switch (server.state()) {
            case ACCEPTED, AVAILABLE, DEPLOYING, DEPLOYING_FAILED, ACTIVE, MAINTENANCE, CLEANING, CLEANING_FAILED ->
                    true;
            case PLANNED, DISCOVERED, ACCEPTING_FAILED, RETIRED -> false;
        };
        if (told.isEmpty() && arrival.isEmpty() && server.state() == LifecycleState.PLANNED) {
            return Verdict.MISSING;
        }
        if (accepted) {
            return differences.isEmpty() ? Verdict.AS_PLANNED
                    : acceptance.isPresent() ? Verdict.ACCEPTED : Verdict.DIFFERENT;
        }
        return arrival.flatMap(Arrival::trouble).filter(trouble -> trouble.cause() == Cause.DIFFERENT).isPresent()
                ? Verdict.DIFFERENT
                : Verdict.UNDER_WAY;
    }

    private static String version() {
        try (InputStream manifest = Certificates.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            return manifest == null ? ""
                    : Optional.ofNullable(new Manifest(manifest).getMainAttributes()
                            .getValue("Bundle-Version")).orElse("");
        } catch (IOException _) { // the certificate is as good without it
            return "";
        }
    }
}
