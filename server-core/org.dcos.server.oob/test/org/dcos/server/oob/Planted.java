package org.dcos.server.oob;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Server;
import org.dcos.lab.bmc.FruTexts;
import org.dcos.lab.network.Fault;
import org.dcos.lab.plan.ServerPlan;

/** Fifty deviations in a lab, drawn by a seed, and what an honest audit says of them when some BMCs are silent. */
final class Planted {

    static final int COUNT = 50;

    private static final List<String> JUNK = List.of("To be filled by O.E.M.", "0000000000", "Default string", "N/A",
            "System Serial Number", "123456789");

    /** One of them: the BMCs that it shows in, and what is said when they answer. */
    private interface Plant {
        Optional<String> shown(Set<Integer> silent);
    }

    private final AuditedLab estate;
    private final List<Integer> numbers;
    private final Set<Integer> without = new HashSet<>();
    private final Set<Integer> unrecorded = new HashSet<>();
    private final List<Plant> plants = new ArrayList<>();
    private final Map<Integer, Server> servers = new LinkedHashMap<>();
    private final Map<Integer, FruTexts> frus = new HashMap<>();
    private final List<Server> twins = new ArrayList<>();
    private final Map<Integer, String> addresses = new LinkedHashMap<>();
    private int next;

    Planted(AuditedLab estate, long seed) throws Exception {
        this.estate = estate;
        numbers = new ArrayList<>(IntStream.rangeClosed(1, estate.lab.bmcs().size()).boxed().toList());
        Collections.shuffle(numbers, new Random(seed));
        estate.lab.plan().servers().forEach(plan -> servers.put(plan.number(), estate.asDelivered(plan)));
        times(6, this::swapped);
        times(6, this::serialChanged);
        JUNK.forEach(this::junk);
        times(6, this::duplicate);
        times(6, this::unknown);
        times(6, this::missing);
        times(4, () -> detail("MODEL_DIFFERS", fru -> fru.withModel("Poweredge XX1")));
        times(2, () -> detail("MANUFACTURER_DIFFERS", fru -> fru.withManufacturer("Acme")));
        times(3, () -> detail("ASSET_TAG_DIFFERS", fru -> fru.withAssetTag("99" + fru.assetTag())));
        times(3, this::recordedTwice);
        times(2, this::address);
        if (plants.size() != COUNT) {
            throw new IllegalStateException(plants.size() + " planted");
        }
        grow();
    }

    private void grow() throws Exception {
        var recorded = new ArrayList<Server>();
        servers.forEach((number, server) -> {
            if (!unrecorded.contains(number)) {
                recorded.add(server);
            }
        });
        recorded.addAll(twins);
        estate.record(recorded);
        for (var entry : addresses.entrySet()) {
            estate.recordAddress(servers.get(entry.getKey()), entry.getValue());
        }
        for (ServerPlan plan : estate.lab.plan().servers()) {
            if (!without.contains(plan.number())) {
                estate.know(plan, unrecorded.contains(plan.number()) ? Optional.empty()
                        : Optional.of(servers.get(plan.number()).id()));
            }
        }
        frus.forEach((number, fru) -> estate.lab.bmc(number).simulator().setFru(fru));
    }

    private static void times(int count, Runnable plant) {
        for (int i = 0; i < count; i++) {
            plant.run();
        }
    }

    private int take() {
        return numbers.get(next++);
    }

    private FruTexts factory(int number) {
        return FruTexts.of(estate.lab.bmc(number).server());
    }

    private String name(int number) {
        return servers.get(number).name();
    }

    private void plant(int number, String words) {
        plants.add(silent -> silent.contains(number) ? Optional.empty() : Optional.of(words));
    }

    private String names(int one, int other) {
        return String.join(", ", new TreeSet<>(List.of(name(one), name(other))));
    }

    private void swapped() {
        int one = take();
        int other = take();
        frus.put(one, factory(other));
        frus.put(other, factory(one));
        plants.add(silent -> silent.contains(one)
                ? silent.contains(other) ? Optional.empty() : Optional.of("SERIAL_CHANGED " + name(other))
                : Optional.of(silent.contains(other) ? "SERIAL_CHANGED " + name(one)
                        : "SWAPPED " + names(one, other)));
    }

    private void serialChanged() {
        int number = take();
        frus.put(number, factory(number).withSerial("RPL" + number + "X7"));
        plant(number, "SERIAL_CHANGED " + name(number));
    }

    private void junk(String serial) {
        int number = take();
        frus.put(number, factory(number).withSerial(serial));
        plant(number, "JUNK_SERIAL " + name(number));
    }

    private void duplicate() {
        int right = take();
        int wrong = take();
        frus.put(wrong, factory(wrong).withSerial(factory(right).serial()));
        plants.add(silent -> silent.contains(wrong) ? Optional.empty()
                : Optional.of(silent.contains(right) ? "SERIAL_CHANGED " + name(wrong)
                        : "DUPLICATE_SERIAL " + names(right, wrong)));
    }

    private void unknown() {
        int number = take();
        unrecorded.add(number);
        plant(number, "UNKNOWN_MACHINE " + factory(number).serial());
    }

    private void missing() {
        int number = take();
        without.add(number);
        plants.add(_ -> Optional.of("MISSING " + name(number)));
    }

    private void detail(String kind, java.util.function.UnaryOperator<FruTexts> change) {
        int number = take();
        frus.put(number, change.apply(factory(number)));
        plant(number, kind + " " + name(number));
    }

    private void recordedTwice() {
        int number = take();
        String twin = "twin-" + number;
        twins.add(new Server(UUID.randomUUID(), 0, twin, factory(number).boardSerial(), Optional.empty(), "", "", "",
                Optional.empty(), LifecycleState.DISCOVERED));
        plant(number, "RECORDED_TWICE " + String.join(", ", new TreeSet<>(List.of(name(number), twin))));
    }

    private void address() {
        int number = take();
        addresses.put(number, "127.93.200." + number % 250);
        plant(number, "ADDRESS_DIFFERS " + name(number));
    }

    /** What is to be said when these are silent. */
    List<String> expected(Set<Integer> silent) {
        return plants.stream().map(plant -> plant.shown(silent)).flatMap(Optional::stream).sorted().toList();
    }

    /** The BMCs that one knows of, drawn anew: so many percent of them. */
    Set<Integer> drawn(int percent, long seed) {
        var known = new ArrayList<>(numbers.stream().filter(number -> !without.contains(number)).toList());
        Collections.shuffle(known, new Random(seed));
        return new HashSet<>(known.subList(0, known.size() * percent / 100));
    }

    void silence(Set<Integer> silent) {
        estate.lab.bmcs().forEach(bmc -> bmc.setFault(silent.contains(bmc.server().number()) ? Fault.SILENT
                : Fault.NONE));
    }

    /** The name that a silent BMC's machine is told by: the record's, else the point. */
    String unseenName(int number) {
        return unrecorded.contains(number) ? estate.point(number) : name(number);
    }

    /** Whether what this BMC tells is told by another too, so that its machine counts as seen while it is silent. */
    boolean seenElsewhere(int number, Set<Integer> silent) {
        String serial = factory(number).serial();
        return frus.entrySet().stream().anyMatch(fru -> fru.getKey() != number && !silent.contains(fru.getKey())
                && fru.getValue().serial().equals(serial));
    }

    Server server(String name) {
        return servers.values().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** Repairs a FRU: it says again what it said when it left the factory. */
    void repair(String name) {
        servers.forEach((number, server) -> {
            if (server.name().equals(name)) {
                estate.lab.bmc(number).simulator().setFru(factory(number));
            }
        });
    }
}
