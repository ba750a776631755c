package org.dcos.lab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The simulated data centre on paper: racks in rows, rows in rooms, rooms in data centres, and the servers in them.
 *
 * <p>The first three racks hold 20 servers each, all others 20 to 36. What has been planned for a number of servers
 * stays as it is when more are asked for.
 *
 * @param seed    the same seed gives the same plan
 * @param racks   in the order of their names
 * @param servers in the order of their numbers
 */
public record LabPlan(long seed, List<RackPlan> racks, List<ServerPlan> servers) {

    /** More than this do not fit the addresses of one lab. */
    public static final int MOST_SERVERS = 50_000;

    private static final int RACK_HEIGHT = 42;
    /** The two uppermost units are left for switches. */
    private static final int UNITS_FOR_SERVERS = RACK_HEIGHT - 2;
    private static final int FIRST_RACKS = 3;
    private static final int FEWEST_PER_RACK = 20;
    private static final int MOST_PER_RACK = 36;
    private static final int RACKS_PER_ROW = 8;
    private static final int ROWS_PER_ROOM = 3;
    private static final int ROOMS_PER_IDC = 2;
    private static final double SHARE_POWERED_OFF = 0.06;

    private static final List<String> CITIES = List.of("Shanghai", "Shenzhen", "Beijing", "Guangzhou", "Chengdu",
            "Hangzhou", "Wuhan", "Nanjing", "Xi'an", "Suzhou", "Tianjin", "Chongqing", "Qingdao", "Guiyang");
    private static final List<String> OWNERS = List.of("Payments", "Search", "Risk control", "Big data", "Storage",
            "Cloud platform", "Machine learning", "Middleware", "Testing");

    // What a number is drawn for; see Seed.of.
    private static final int RACK = 1;
    private static final int SERVER = 2;
    private static final int COUNT = 3;
    private static final int HEIGHT = 4;
    private static final int BATCH = 5;
    private static final int FEED = 6;
    private static final int OWNER = 7;

    public LabPlan {
        racks = List.copyOf(racks);
        servers = List.copyOf(servers);
    }

    /** @throws IllegalArgumentException unless there are 1 to {@link #MOST_SERVERS} servers */
    public static LabPlan of(int servers, long seed) {
        if (servers < 1 || servers > MOST_SERVERS) {
            throw new IllegalArgumentException("%,d servers asked for, can be 1 to %,d".formatted(servers,
                    MOST_SERVERS));
        }
        var racks = new ArrayList<RackPlan>();
        var planned = new ArrayList<ServerPlan>();
        while (planned.size() < servers) {
            addRack(seed, racks, planned, servers);
        }
        return new LabPlan(seed, racks, planned);
    }

    private static void addRack(long seed, List<RackPlan> racks, List<ServerPlan> planned, int wanted) {
        int index = racks.size();
        long rackSeed = Seed.of(seed, RACK, index);
        int count = index < FIRST_RACKS ? FEWEST_PER_RACK
                : Seed.between(Seed.of(rackSeed, COUNT, 0), FEWEST_PER_RACK, MOST_PER_RACK);
        List<HardwareModel> hardware = hardwareFor(rackSeed, heightsFor(rackSeed, count));
        RackPlan rack = place(index, budgetFor(rackSeed, hardware));
        racks.add(rack);
        int freeBelow = UNITS_FOR_SERVERS;
        for (int slot = 0; slot < count && planned.size() < wanted; slot++) {
            freeBelow -= hardware.get(slot).heightUnits();
            planned.add(server(planned.size() + 1, slot + 1, hardware.get(slot), rack, freeBelow + 1, seed));
        }
    }

    private static ServerPlan server(int number, int slot, HardwareModel hardware, RackPlan rack, int lowestUnit,
            long labSeed) {
        long seed = Seed.of(labSeed, SERVER, number);
        return new ServerPlan(number, "srv-%s-%02d".formatted(rack.name().toLowerCase(Locale.ROOT), slot),
                SerialNumbers.of(hardware, number, seed), "%08d".formatted(104_500 + number * 3), hardware, rack,
                lowestUnit, owner(labSeed, rack, slot), Seed.fraction(seed + 7) >= SHARE_POWERED_OFF, seed);
    }

    /** Neighbours belong to the same team: the owner changes with every fifth server. */
    private static String owner(long labSeed, RackPlan rack, int slot) {
        return Seed.oneOf(Seed.of(Seed.of(labSeed, OWNER, rack.name().hashCode()), OWNER, slot / 5), OWNERS);
    }

    /** All 1 U at first; then servers are made taller while the rack has room for it. */
    private static List<Integer> heightsFor(long rackSeed, int count) {
        var heights = new ArrayList<>(Collections.nCopies(count, 1));
        int spare = UNITS_FOR_SERVERS - count - Seed.between(Seed.of(rackSeed, COUNT, 1), 0, 3);
        for (int draw = 0; spare > 0 && draw < 10 * count; draw++) {
            int slot = Seed.between(Seed.of(rackSeed, HEIGHT, 2L * draw), 0, count - 1);
            int taller = Seed.fraction(Seed.of(rackSeed, HEIGHT, 2L * draw + 1)) < 0.15 ? 4 : 2;
            if (heights.get(slot) == 1 && taller - 1 <= spare) {
                heights.set(slot, taller);
                spare -= taller - 1;
            }
        }
        return heights;
    }

    /** Servers are bought by the batch: most of a rack is of one maker, the rest of two others. */
    private static List<HardwareModel> hardwareFor(long rackSeed, List<Integer> heights) {
        var makers = List.of(Manufacturer.values());
        var hardware = new ArrayList<HardwareModel>(heights.size());
        for (int slot = 0; slot < heights.size(); slot++) {
            double draw = Seed.fraction(Seed.of(rackSeed, BATCH, slot));
            int batch = draw < 0.55 ? 0 : draw < 0.8 ? 1 : 2;
            Manufacturer maker = makers.get((Seed.between(Seed.of(rackSeed, BATCH, -1), 0, makers.size() - 1) + batch)
                    % makers.size());
            hardware.add(model(maker, heights.get(slot)));
        }
        return hardware;
    }

    /** The maker's model of that height; Huawei's where it makes none. */
    private static HardwareModel model(Manufacturer maker, int heightUnits) {
        List<HardwareModel> fitting = HardwareModel.ofHeight(maker, heightUnits);
        return fitting.isEmpty() ? HardwareModel.ofHeight(Manufacturer.HUAWEI, heightUnits).getFirst()
                : fitting.getFirst();
    }

    /** A feed size that carries the rack at a usual load; some racks are close to it. */
    private static int budgetFor(long rackSeed, List<HardwareModel> hardware) {
        int usual = hardware.stream().mapToInt(each -> (each.idleWatts() + each.fullLoadWatts()) / 2).sum();
        double margin = 1.05 + 0.35 * Seed.fraction(Seed.of(rackSeed, FEED, 0));
        return (int) Math.ceil(usual * margin / 1_000) * 1_000;
    }

    private static RackPlan place(int index, int budgetWatts) {
        int row = index / RACKS_PER_ROW;
        int room = row / ROWS_PER_ROOM;
        int idc = room / ROOMS_PER_IDC;
        String city = CITIES.get(idc % CITIES.size());
        return new RackPlan("%s %s".formatted(city, letters(idc)), "Room %d".formatted(201 + room % ROOMS_PER_IDC),
                letters(row), "%s%02d".formatted(letters(row), index % RACKS_PER_ROW + 1), RACK_HEIGHT, budgetWatts);
    }

    /** 0 is A, 25 is Z, 26 is AA, as columns of a spreadsheet are named. */
    private static String letters(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index))
                : letters(index / 26 - 1) + letters(index % 26);
    }
}
