package org.dcos.server.oob.bringup;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.dcos.domain.PageRequest;
import org.dcos.domain.Secret;
import org.dcos.domain.bringup.Arrival;
import org.dcos.domain.bringup.BringUp.ArrivalFilter;
import org.dcos.domain.bringup.BringUp.BringUpOrder;
import org.dcos.domain.bringup.BringUpSettings;
import org.dcos.domain.bringup.BringUpSettings.FirstLogin;
import org.dcos.domain.bringup.Stage;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Items;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.domain.event.DomainEvent;
import org.dcos.domain.problem.Problem;

/**
 * A process that brings machines up and stands still at points on the way, so that it can be killed there. Says what it
 * does line by line: {@code held POINT}, {@code pooled}, {@code stuck WHY}.
 */
final class KilledProcess {

    static final String CIDR = "127.68.0.0/20";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 128;

    /** In the order in which they are passed. */
    static final List<String> POINTS = Stream.of(Arrival.Step.Kind.values())
            .flatMap(kind -> Stream.of(Stream.of("before " + kind), within(kind), Stream.of("after " + kind))
                    .flatMap(points -> points))
            .toList();

    /** Where each thread stops; it stops once. */
    private static final ThreadLocal<Optional<String>> TARGET = new ThreadLocal<>();

    private static Stream<String> within(Arrival.Step.Kind kind) {
        return switch (kind) {
            case PASSWORD -> Stream.of("password kept", "password given", "password taken over");
            case CLOSE -> Stream.of("closed");
            case CLOCK -> Stream.of("clock set");
            case ADDRESS -> Stream.of("address recorded", "address meant", "address given");
            case LOGIN, IDENTIFY, MATCH, COMPARE, ACCEPT, CHECK, RELEASE -> Stream.of();
        };
    }

    private KilledProcess() {}

    /**
     * @param arguments data directory, file of machines to begin with (or {@code -}), user, password, points to stop at
     *                  (none: goes on to the end)
     */
    public static void main(String[] arguments) throws Exception {
        var out = new FileOutputStream(FileDescriptor.out);
        List<String> points = List.of(arguments).subList(4, arguments.length);
        var wanted = new HashMap<String, Integer>();
        points.forEach(point -> wanted.put(point.substring(0, point.indexOf('=')),
                Integer.valueOf(point.substring(point.indexOf('=') + 1))));
        Set<UUID> pooled = ConcurrentHashMap.newKeySet();
        @SuppressWarnings("resource") // the process ends by being killed
        var world = new World(Path.of(arguments[0]), where -> hold(where, wanted, out), PATIENCE,
                event -> tell(event, pooled, out));
        if (!"-".equals(arguments[1])) {
            begin(world, Files.readAllLines(Path.of(arguments[1])), arguments[2], arguments[3]);
        }
        world.service.arrivals(ArrivalFilter.ALL, PageRequest.ALL)
                .items().forEach(arrival -> tell(new DomainEvent.ArrivalChanged(arrival), pooled, out));
        say(out, "begun");
        new CountDownLatch(1).await();
    }

    private static void hold(String where, Map<String, Integer> wanted, FileOutputStream out) {
        if (TARGET.get() == null) {
            TARGET.set(choose(where, wanted));
        }
        if (TARGET.get().filter(where::equals).isPresent()) {
            say(out, "held " + where);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Of the points that are still before it the one that is wanted most. */
    private static Optional<String> choose(String where, Map<String, Integer> wanted) {
        synchronized (wanted) {
            Optional<String> chosen = POINTS.stream().skip(POINTS.indexOf(where))
                    .filter(point -> wanted.getOrDefault(point, 0) > 0)
                    .max(Comparator.comparing(wanted::get));
            chosen.ifPresent(point -> wanted.merge(point, -1, Integer::sum));
            return chosen;
        }
    }

    private static void tell(DomainEvent event, Set<UUID> pooled, FileOutputStream out) {
        if (event instanceof DomainEvent.ArrivalChanged(Arrival arrival)) {
            if (arrival.stage() == Stage.AVAILABLE && pooled.add(arrival.id())) {
                say(out, "pooled");
            } else if (arrival.trouble().isPresent()) {
                say(out, "stuck " + arrival.trouble().get().sentence().replace('\n', ' '));
            }
        }
    }

    /** Each line is {@code serial address}. */
    private static void begin(World world, List<String> lines, String user, String password) throws Problem {
        world.service.save(new BringUpSettings(false, List.of(), List.of(
                new FirstLogin("*", user, Optional.of(Secret.of(password)))), "", "oob", true, AT_ONCE, false));
        Optional<UUID> room = world.records.list(Room.class, ItemFilter.NONE, PageRequest.ALL).items().stream()
                .map(Room::id).findFirst();
        UUID rack = room.isEmpty() ? world.place(CIDR) : UUID.randomUUID();
        var edits = new ArrayList<Edit>();
        if (room.isPresent()) {
            edits.add(new Edit.Put(Items.with(Items.blank(Kind.RACK, rack),
                    Map.of("name", "R" + rack, "room", room.get().toString(), "heightUnits", "60"))));
        }
        int place = 0;
        for (String line : lines) {
            String serial = line.substring(0, line.indexOf(' '));
            edits.add(new Edit.Put(new Server(UUID.randomUUID(), 0, "srv-" + serial, serial, Optional.empty(), "", "",
                    "", Optional.of(new Mounting(rack, 1 + place++ / 2.0, 0.5, Face.FRONT)), LifecycleState.PLANNED)));
        }
        world.live.commit("plan", "", edits);
        for (String line : lines) {
            world.service.begin(new BringUpOrder(line.substring(line.indexOf(' ') + 1), World.PORT));
        }
        BringUpSettings now = world.service.settings();
        world.service.save(new BringUpSettings(true, now.recognition(), now.logins(), now.user(), now.purpose(),
                now.release(), now.atOnce(), now.leaveOpen()));
    }

    private static synchronized void say(FileOutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
