package org.dcos.server.cmdb.relocation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.access.Caller;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.ItemStore;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Relocation;
import org.dcos.domain.cmdb.RelocationAction;
import org.dcos.domain.cmdb.RelocationMove;
import org.dcos.domain.cmdb.RelocationState;
import org.dcos.domain.cmdb.RelocationStep;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.domain.relocation.RelocationIssue;
import org.dcos.domain.relocation.RelocationOrder;
import org.dcos.domain.relocation.RelocationPlan;
import org.dcos.domain.relocation.RelocationTarget;
import org.dcos.domain.relocation.Relocations;
import org.dcos.server.cmdb.Texts;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Relocations as records: what is decided is decided in the turn of the one writer, and stored with what it does. */
@Component
public final class RelocationBook implements Relocations {

    private final LiveRecords records;
    private final ItemStore store;
    private final InstantSource clock;

    @Activate
    public RelocationBook(@Reference LiveRecords records, @Reference ItemStore store) {
        this(records, store, InstantSource.system());
    }

    public RelocationBook(LiveRecords records, ItemStore store, InstantSource clock) {
        this.records = records;
        this.store = store;
        this.clock = clock;
    }

    /** What a reader found, or why it could not. */
    private record Read<T>(Optional<T> value, Optional<Problem> refused) {}

    /** Work on the records that may be refused. */
    @FunctionalInterface
    private interface Query<T> {
        T on(View view) throws Problem;
    }

    private <T> T read(Query<T> query) throws Problem {
        Read<T> read = records.read(view -> {
            try {
                return new Read<>(Optional.of(query.on(view)), Optional.empty());
            } catch (Problem refused) {
                return new Read<>(Optional.empty(), Optional.of(refused));
            }
        });
        if (read.refused().isPresent()) {
            throw read.refused().get();
        }
        return read.value().orElseThrow();
    }

    @Override
    public RelocationPlan plan(RelocationOrder order) throws Problem {
        return read(view -> new Planner(view, moves(view, order), Optional.empty()).plan());
    }

    private static List<RelocationMove> moves(View view, RelocationOrder order) throws Problem {
        if (order.targets().isEmpty()) {
            throw Invalid.field("targets", "Say which machines are to be moved, and where to.");
        }
        if (order.targets().size() > RelocationOrder.MOST_MACHINES) {
            throw Invalid.field("targets", "These are %d machines; at most %d are moved in one piece of work."
                    .formatted(order.targets().size(), RelocationOrder.MOST_MACHINES));
        }
        var wrong = new ArrayList<Invalid.Violation>();
        var moves = new ArrayList<RelocationMove>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < order.targets().size(); i++) {
            String field = "targets[%d].".formatted(i);
            RelocationTarget target = order.targets().get(i);
            Optional<Device> device = view.item(Device.class, target.device());
            if (device.isEmpty()) {
                wrong.add(
                        new Invalid.Violation(field + "device", "There is no device with id " + target.device() + "."));
            } else if (!seen.add(target.device())) {
                wrong.add(new Invalid.Violation(field + "device", device.get().name() + " is named twice."));
            } else if (device.get().mounting().isEmpty()) {
                wrong.add(new Invalid.Violation(field + "device",
                        "%s is not racked by itself. Give its place in its record, or move the chassis that it sits in."
                                .formatted(device.get().name())));
            } else if (view.item(Rack.class, target.rack()).isEmpty()) {
                wrong.add(new Invalid.Violation(field + "rack", "There is no rack with id " + target.rack() + "."));
            } else {
                move(device.get(), target, field, wrong).ifPresent(moves::add);
            }
        }
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        return moves;
    }

    private static Optional<RelocationMove> move(Device device, RelocationTarget target, String field,
            List<Invalid.Violation> wrong) {
        Mounting from = device.mounting().orElseThrow();
        try {
            var to = new Mounting(target.rack(), from.zeroUnit() ? 0 : target.lowestUnit(), from.heightUnits(),
                    target.face(), from.fullDepth());
            return Optional.of(new RelocationMove(device.id(), device.name(), from, to, List.of(), List.of(),
                    List.of()));
        } catch (IllegalArgumentException e) {
            wrong.add(new Invalid.Violation(field + "lowestUnit", e.getMessage() + "."));
            return Optional.empty();
        }
    }

    @Override
    public Relocation begin(RelocationOrder order) throws Problem {
        var id = UUID.randomUUID();
        String why = Texts.clean(order.why());
        Instant now = clock.instant();
        return LiveRecords.saved(records.commit("", why, Optional.empty(), change -> {
            List<RelocationMove> moves = moves(change.draft(), order);
            RelocationPlan plan = new Planner(change.draft(), moves, Optional.empty()).plan();
            if (!plan.possible()) {
                throw new Invalid(plan.issues().stream().filter(RelocationIssue::blocks)
                        .map(issue -> new Invalid.Violation("targets", issue.message())).toList());
            }
            String title = title(Texts.clean(order.title()), moves);
            var keeping = new Keeping(change.draft(), title, why);
            var kept = new ArrayList<UUID>();
            for (RelocationMove move : moves) {
                if (!move.to().zeroUnit()) {
                    change.draft().item(Device.class, move.device()).map(Device::owner)
                            .ifPresent(owner -> keeping.use(move.to(), owner));
                    kept.addAll(keeping.keep(move.to()));
                }
            }
            Keeping.put(change.draft(), new Relocation(id, 0, title, why, RelocationState.OPEN, Optional.of(now),
                    Optional.empty(), moves.stream().map(RelocationMove::device).toList(), kept, moves, Map.of(),
                    Map.of()));
        }), Relocation.class, id);
    }

    private static String title(String given, List<RelocationMove> moves) {
        return !given.isEmpty()
                ? given
                : moves.stream().limit(3).map(RelocationMove::name).collect(Collectors.joining(", "))
                        + (moves.size() > 3 ? " and %d more".formatted(moves.size() - 3) : "");
    }

    @Override
    public Page<Relocation> relocations(Optional<RelocationState> state, PageRequest page) {
        List<Relocation> all = records.read(view -> view.all(Relocation.class)
                .filter(relocation -> state.isEmpty() || relocation.state() == state.get()).sorted(Comparator
                        .comparing(Relocation::open)
                        .thenComparing(relocation -> relocation.begun().orElse(Instant.EPOCH))
                        .reversed().thenComparing(Relocation::id))
                .toList());
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), page.offset(), all.size());
    }

    @Override
    public Relocation relocation(UUID id) throws Problem {
        return read(view -> find(view, id));
    }

    private static Relocation find(View view, UUID id) throws NotFound {
        return view.item(Relocation.class, id).orElseThrow(() -> NotFound.of("relocation", id));
    }

    @Override
    public RelocationPlan outlook(UUID id) throws Problem {
        return read(view -> {
            Relocation relocation = find(view, id);
            List<RelocationMove> left = relocation.open()
                    ? relocation.moves().stream().filter(move -> !move.done(RelocationAction.MOUNT)).toList()
                    : List.of();
            return new Planner(view, left, Optional.of(relocation)).plan();
        });
    }

    @Override
    public Relocation done(UUID id, UUID device, RelocationAction action, String note) throws Problem {
        Relocation known = relocation(id);
        if (known.move(device).filter(move -> move.done(action)).isPresent()) {
            return known;
        }
        var step = new RelocationStep(action, clock.instant(), Caller.current().name(), Texts.clean(note));
        String title = "Relocation %s: %s".formatted(known.title(), words(action,
                known.move(device).map(RelocationMove::name).orElse("?")));
        return LiveRecords.saved(records.commit(title, "relocation " + known.title(), Optional.empty(), change -> {
            Relocation relocation = open(change.draft(), id);
            RelocationMove move = relocation.move(device).orElseThrow(() -> new NotFound(
                    "The relocation %s moves no device with id %s.".formatted(relocation.title(), device)));
            if (move.done(action)) {
                return; // somebody said so at the same time
            }
            if (move.next().filter(action::equals).isEmpty()) {
                throw new Conflict("The next step is to %s, not to %s.".formatted(
                        move.next().map(next -> words(next, move.name())).orElse("do nothing"),
                        words(action, move.name())));
            }
            new Steps(change, relocation).take(move, step);
        }), Relocation.class, id);
    }

    private static String words(RelocationAction action, String device) {
        String words = switch (action) {
            case POWER_OFF -> "power off %s";
            case UNPLUG -> "unplug %s";
            case CARRY -> "carry %s";
            case MOUNT -> "mount %s";
            case CABLE -> "cable %s";
            case POWER_ON -> "power on %s";
        };
        return words.formatted(device);
    }

    private static Relocation open(View view, UUID id) throws Problem {
        Relocation relocation = find(view, id);
        if (!relocation.open()) {
            throw new Conflict(relocation.state() == RelocationState.DONE
                    ? "The relocation %s is done. Plan one that leads back.".formatted(relocation.title())
                    : "The relocation %s was rolled back. Plan it anew.".formatted(relocation.title()));
        }
        return relocation;
    }

    @Override
    public Relocation rollBack(UUID id, String why) throws Problem {
        String reason = Texts.clean(why);
        Relocation known = relocation(id);
        Instant now = clock.instant();
        return LiveRecords.saved(records.commit("Relocation %s: rolled back".formatted(known.title()),
                reason.isEmpty() ? "relocation rolled back" : reason, Optional.empty(), change -> {
                    Relocation relocation = open(change.draft(), id);
                    new RollBack(store, id).apply(change.draft());
                    Keeping.put(change.draft(), relocation.ended(RelocationState.ROLLED_BACK, now));
                }), Relocation.class, id);
    }
}
