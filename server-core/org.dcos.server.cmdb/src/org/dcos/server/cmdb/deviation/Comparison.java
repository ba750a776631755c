package org.dcos.server.cmdb.deviation;

import static org.dcos.domain.deviation.DeviationKind.ADDRESS_DIFFERS;
import static org.dcos.domain.deviation.DeviationKind.DUPLICATE_SERIAL;
import static org.dcos.domain.deviation.DeviationKind.JUNK_SERIAL;
import static org.dcos.domain.deviation.DeviationKind.SERIAL_CHANGED;
import static org.dcos.domain.deviation.DeviationKind.SWAPPED;
import static org.dcos.domain.deviation.DeviationKind.UNKNOWN_MACHINE;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.bmc.SerialNumbers;
import org.dcos.domain.deviation.DeviationKind;
import org.dcos.domain.deviation.Difference;
import org.dcos.domain.deviation.Evidence;
import org.dcos.domain.deviation.Property;
import org.dcos.domain.deviation.Unseen;

/**
 * Compares records with evidence. Each point that answered is judged by what it tells and by who should be there, and
 * gives one finding about identity at most; only a machine at its own place is compared in its details. A point that
 * did
 * not answer is judged by nothing. A pure function of its arguments.
 */
final class Comparison {

    private final Sightings sightings;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Set<UUID> seen = new HashSet<>();

    /** What came of it. @param seen the records that were seen, wherever */
    record Result(List<Finding> findings, Set<UUID> seen, List<Unseen> unseen) {}

    private Comparison(Sightings sightings) {
        this.sightings = sightings;
    }

    static Result of(List<Recorded> records, List<Evidence> evidence, Instant now) {
        var sightings = new Sightings(records, evidence);
        var comparison = new Comparison(sightings);
        comparison.run();
        new Twins(sightings, now).findings().forEach(comparison::add);
        var absence = new Absence(sightings, comparison.seen, now);
        absence.missing().forEach(comparison::add);
        return new Result(List.copyOf(comparison.findings.values()), Set.copyOf(comparison.seen), absence.unseen());
    }

    private void run() {
        for (Evidence one : sightings.evidence()) {
            if (one.answered()) {
                judge(one);
            }
        }
    }

    private void add(Finding finding) {
        findings.putIfAbsent(finding.key(), finding);
    }

    private void judge(Evidence one) {
        String serial = one.told(Property.SERIAL);
        Optional<Recorded> holder = sightings.holder(one);
        if (SerialNumbers.junk(serial)) {
            junk(one, serial, holder);
            return;
        }
        Optional<Recorded> owner = sightings.withSerial(serial);
        owner.ifPresent(record -> seen.add(record.id()));
        if (sightings.tellers(serial).size() > 1) {
            duplicate(serial, owner);
        } else if (owner.isEmpty()) {
            holder.ifPresentOrElse(record -> changed(one, record, owner), () -> unknown(one, serial));
        } else if (holder.isPresent() && !holder.get().equals(owner.get())) {
            elsewhere(one, holder.get(), owner.get());
        } else {
            address(one, owner.get());
            new Details(one, owner.get()).findings().forEach(this::add);
        }
    }

    private void junk(Evidence one, String serial, Optional<Recorded> holder) {
        String name = holder.map(Recorded::name).orElse(one.point());
        add(new Finding(JUNK_SERIAL, one.point(), holder.stream().toList(), List.of(one.point()), name,
                "The BMC at %s says '%s' for a serial number, which names no machine.".formatted(one.point(), serial),
                List.of(difference(Property.SERIAL, holder, holder.map(Recorded::serial).orElse(""), serial, one))));
    }

    private void duplicate(String serial, Optional<Recorded> owner) {
        List<Evidence> tellers = sightings.tellers(serial);
        List<Recorded> concerned = Stream.concat(owner.stream(),
                tellers.stream().map(sightings::holder).flatMap(Optional::stream)).distinct().toList();
        add(new Finding(DUPLICATE_SERIAL, Likeness.plain(serial), concerned,
                tellers.stream().map(Evidence::point).toList(), concerned.isEmpty() ? serial : names(concerned),
                "%d BMCs tell the serial number %s: %s.".formatted(tellers.size(), serial,
                        String.join(", ", tellers.stream().map(Evidence::point).toList())),
                tellers.stream().map(teller -> difference(Property.SERIAL, sightings.holder(teller),
                        sightings.holder(teller).map(Recorded::serial).orElse(""), serial, teller)).toList()));
    }

    private void unknown(Evidence one, String serial) {
        add(new Finding(UNKNOWN_MACHINE, Likeness.plain(serial), List.of(), List.of(one.point()), serial,
                "The BMC at %s tells the serial number %s (%s %s), which no record has.".formatted(one.point(), serial,
                        one.told(Property.MANUFACTURER), one.told(Property.MODEL)),
                Stream.of(Property.SERIAL, Property.MANUFACTURER, Property.MODEL, Property.ASSET_TAG)
                        .filter(property -> !one.told(property).isEmpty())
                        .map(property -> difference(property, Optional.empty(), "", one.told(property), one))
                        .toList()));
    }

    private void elsewhere(Evidence one, Recorded holder, Recorded owner) {
        Optional<Evidence> other = sightings.pointsOf(owner).stream().filter(Evidence::answered)
                .filter(point -> Likeness.sameTag(point.told(Property.SERIAL), holder.serial()))
                .filter(_ -> sightings.tellers(holder.serial()).size() == 1).findFirst();
        if (other.isEmpty()) {
            changed(one, holder, Optional.of(owner));
            return;
        }
        boolean first = holder.id().compareTo(owner.id()) < 0;
        Recorded a = first ? holder : owner;
        Recorded b = first ? owner : holder;
        Evidence atA = first ? one : other.get();
        Evidence atB = first ? other.get() : one;
        add(new Finding(SWAPPED, a.id() + "," + b.id(), List.of(a, b), List.of(atA.point(), atB.point()),
                names(List.of(a, b)), "The BMC of %s at %s tells %s's serial number %s, and that of %s at %s tells %s."
                        .formatted(a.name(), atA.point(), b.name(), b.serial(), b.name(), atB.point(), a.serial()),
                List.of(difference(Property.SERIAL, Optional.of(a), a.serial(), atA.told(Property.SERIAL), atA),
                        difference(Property.SERIAL, Optional.of(b), b.serial(), atB.told(Property.SERIAL), atB))));
    }

    private void changed(Evidence one, Recorded holder, Optional<Recorded> owner) {
        String serial = one.told(Property.SERIAL);
        add(new Finding(SERIAL_CHANGED, holder.id() + "," + Likeness.plain(serial),
                Stream.concat(Stream.of(holder), owner.stream()).toList(), List.of(one.point()), holder.name(),
                "The BMC of %s at %s tells the serial number %s%s; recorded is %s.".formatted(holder.name(),
                        one.point(),
                        serial, owner.map(record -> ", which is that of " + record.name()).orElse(""), holder.serial()),
                List.of(difference(Property.SERIAL, Optional.of(holder), holder.serial(), serial, one))));
    }

    /** Told by its serial number, and not where the records have it. */
    private void address(Evidence one, Recorded owner) {
        boolean atRecorded = owner.addresses().isEmpty() || owner.addresses().contains(one.address());
        List<Evidence> others = sightings.pointsOf(owner).stream().filter(point -> !point.point().equals(one.point()))
                .toList();
        boolean moved = sightings.holder(one).isEmpty() && !others.isEmpty();
        if (atRecorded && !moved || one.address().isEmpty()) {
            return;
        }
        String recorded = owner.addresses().isEmpty() ? others.getFirst().address()
                : String.join(", ", owner.addresses());
        add(new Finding(ADDRESS_DIFFERS, owner.id() + "," + one.point(), List.of(owner), List.of(one.point()),
                owner.name(), "The BMC of %s answers at %s; recorded is %s.".formatted(owner.name(), one.point(),
                        recorded),
                List.of(difference(Property.ADDRESS, Optional.of(owner), recorded, one.address(), one))));
    }

    private static String names(List<Recorded> records) {
        return String.join(", ", records.stream().map(Recorded::name).toList());
    }

    static Difference difference(Property property, Optional<Recorded> record, String recorded, String told,
            Evidence one) {
        return new Difference(property, record.map(Recorded::id), recorded, told, one.source(), one.point(), one.at());
    }

    /** The details of a machine at its own place. */
    private record Details(Evidence one, Recorded record) {

        List<Finding> findings() {
            return Stream.of(
                    name(DeviationKind.MANUFACTURER_DIFFERS, Property.MANUFACTURER, record.manufacturer()),
                    name(DeviationKind.MODEL_DIFFERS, Property.MODEL, record.model()), tag())
                    .flatMap(Optional::stream).toList();
        }

        private Optional<Finding> name(DeviationKind kind, Property property, String recorded) {
            String told = one.told(property);
            return told.isEmpty() || recorded.isBlank() || SerialNumbers.junk(told) || Likeness.sameName(recorded, told)
                    ? Optional.empty()
                    : Optional.of(finding(kind, property, recorded, told));
        }

        private Optional<Finding> tag() {
            String told = one.told(Property.ASSET_TAG);
            return record.assetTag().filter(tag -> !SerialNumbers.junk(told) && !Likeness.sameTag(tag, told))
                    .map(tag -> finding(DeviationKind.ASSET_TAG_DIFFERS, Property.ASSET_TAG, tag, told));
        }

        private Finding finding(DeviationKind kind, Property property, String recorded, String told) {
            String word = property.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            return new Finding(kind, record.id() + "," + Likeness.plain(told), List.of(record), List.of(one.point()),
                    record.name(), "The BMC of %s at %s tells the %s '%s'; recorded is '%s'.".formatted(record.name(),
                            one.point(), word, told, recorded),
                    List.of(difference(property, Optional.of(record), recorded, told, one)));
        }
    }
}
