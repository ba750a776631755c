package org.dcos.ui.model.devicetype;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.dcos.domain.PageRequest;
import org.dcos.domain.ServerCore;
import org.dcos.domain.devicetype.FitOrder;
import org.dcos.domain.devicetype.TypeFile;
import org.dcos.domain.devicetype.TypeFit;
import org.dcos.domain.devicetype.TypeFit.Difference;
import org.dcos.domain.devicetype.TypeFit.How;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.domain.devicetype.TypeReport;
import org.dcos.domain.devicetype.TypeReport.Outcome;
import org.dcos.domain.devicetype.TypeReport.Taken;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.devicetype.DeviceTypesSight.Stage;
import org.dcos.ui.model.estate.EstateModel;
import org.dcos.ui.model.estate.Mark;
import org.dcos.ui.model.text.Texts;
import org.eclipse.core.databinding.observable.value.IObservableValue;
import org.eclipse.core.databinding.observable.value.WritableValue;

/**
 * Device types from files: tried first, with the refused files told apart from the good ones, then taken; then the
 * devices that differ from these types can be brought along. Used in the realm.
 */
public final class DeviceTypesModel {

    private final EstateModel estates;
    private final Texts texts;
    private final WritableValue<DeviceTypesSight> sight;
    private List<TypeFile> good = List.of();
    private List<TypeRow> refused = List.of();
    private int asked;

    /** What a trial came to. */
    private record Trial(Optional<TypeReport> report, List<TypeFile> good, List<TypeRow> refused) {}

    /** What was taken, and the devices that differ. */
    private record Done(TypeReport report, List<FitRow> fits) {}

    public DeviceTypesModel(EstateModel estates, Texts texts) {
        this.estates = estates;
        this.texts = texts;
        this.sight = new WritableValue<>(estates.estate().getRealm(), DeviceTypesSight.NOTHING,
                DeviceTypesSight.class);
    }

    public IObservableValue<DeviceTypesSight> sight() {
        return sight;
    }

    /** Finds out what would come of the files; what was chosen before is forgotten. */
    public void choose(List<TypeFile> files) {
        int mine = ++asked;
        sight.setValue(DeviceTypesSight.NOTHING.waiting(texts.get("types.trying", files.size())));
        org.dcos.ui.model.work.Outcome.of(estates, texts, core -> trial(core, files), outcome -> {
            if (mine == asked) {
                outcome.value().ifPresentOrElse(this::tried,
                        () -> sight.setValue(DeviceTypesSight.NOTHING.refused(outcome.problem())));
            }
        });
    }

    /** All at once; where some are refused, the others once more without them. */
    private Trial trial(ServerCore core, List<TypeFile> files) throws Problem {
        try {
            return new Trial(Optional.of(core.deviceTypes().take(new TypeOrder(files, true))), files, List.of());
        } catch (Invalid e) {
            var faults = e.violations().stream().map(fault -> new TypeRow(fault.field(), "",
                    texts.get("types.refused"), Mark.CRITICAL, "", fault.message())).toList();
            Set<String> bad = e.violations().stream().map(fault -> file(fault.field())).collect(Collectors.toSet());
            var rest = files.stream().filter(file -> !bad.contains(file.name())).toList();
            if (rest.size() == files.size()) {
                throw e; // it is not about a file
            }
            return new Trial(rest.isEmpty() ? Optional.empty()
                    : Optional.of(core.deviceTypes().take(new TypeOrder(rest, true))), rest, faults);
        }
    }

    /** {@code Dell/R640.yaml} of {@code Dell/R640.yaml:12}. */
    private static String file(String place) {
        return place.replaceFirst(":\\d+$", "");
    }

    private void tried(Trial trial) {
        good = trial.good();
        refused = trial.refused();
        var taken = trial.report().map(TypeReport::taken).orElse(List.of());
        boolean some = taken.stream().anyMatch(one -> one.outcome() != Outcome.SAME);
        boolean devices = taken.stream().anyMatch(one -> one.devices() > 0);
        sight.setValue(new DeviceTypesSight(some || devices ? Stage.CHECKED : Stage.CHOOSING, counts(taken), "",
                false, rows(taken), List.of()));
    }

    private String counts(List<Taken> taken) {
        return texts.get("types.counts", count(taken, Outcome.NEW), count(taken, Outcome.CHANGED),
                count(taken, Outcome.SAME), refused.stream().map(row -> file(row.file())).distinct().count());
    }

    private static long count(List<Taken> taken, Outcome outcome) {
        return taken.stream().filter(one -> one.outcome() == outcome).count();
    }

    private List<TypeRow> rows(List<Taken> taken) {
        var rows = new ArrayList<>(refused);
        for (Taken one : taken) {
            rows.add(new TypeRow(one.file(), one.manufacturer() + " " + one.model(),
                    texts.of("types.outcome", one.outcome()), mark(one.outcome()),
                    one.devices() == 0 ? "" : Integer.toString(one.devices()), one.notes().stream()
                            .map(note -> texts.get("types.note", Integer.toString(note.line()), note.text()))
                            .collect(Collectors.joining("; "))));
        }
        return rows;
    }

    private static Mark mark(Outcome outcome) {
        return switch (outcome) {
            case NEW, CHANGED -> Mark.WELL;
            case SAME -> Mark.OFF;
        };
    }

    /** Takes the good files, then finds the devices that differ from their types. */
    public void take() {
        if (sight.getValue().stage() != Stage.CHECKED || sight.getValue().working()) {
            return;
        }
        int mine = ++asked;
        var files = good;
        sight.setValue(sight.getValue().waiting(texts.get("types.taking", files.size())));
        org.dcos.ui.model.work.Outcome.of(estates, texts, core -> {
            var report = core.deviceTypes().take(new TypeOrder(files, false));
            return new Done(report, fits(core, report.taken()));
        }, outcome -> {
            if (mine == asked) {
                outcome.value().ifPresentOrElse(this::taken,
                        () -> sight.setValue(sight.getValue().refused(outcome.problem())));
            }
        });
    }

    private void taken(Done done) {
        var words = done.report().changeSet().map(number -> texts.get("types.taken", number))
                .orElseGet(() -> texts.get("types.same"))
                + " " + (done.fits().isEmpty() ? texts.get("types.alike")
                        : texts.get("types.differ",
                                done.fits().size()));
        sight.setValue(new DeviceTypesSight(done.fits().isEmpty() ? Stage.DONE : Stage.TAKEN, words, "", false,
                rows(done.report().taken()), done.fits()));
    }

    private List<FitRow> fits(ServerCore core, List<Taken> taken) throws Problem {
        var rows = new ArrayList<FitRow>();
        for (Taken one : taken) {
            if (one.devices() == 0) {
                continue;
            }
            int offset = 0;
            while (true) {
                var page = core.deviceTypes().fits(one.type(), new PageRequest(offset, PageRequest.MAX_LIMIT));
                page.items().forEach(fit -> rows.add(row(one, fit)));
                offset += page.items().size();
                if (page.items().isEmpty() || offset >= page.total()) {
                    break;
                }
            }
        }
        return rows;
    }

    private static FitRow row(Taken type, TypeFit fit) {
        return new FitRow(type.type(), fit.device(), type.manufacturer() + " " + type.model(), fit.name(),
                fit.place(), ports(fit, How.MISSING), ports(fit, How.UNLIKE), ports(fit, How.SURPLUS),
                fit.differences().stream().flatMap(one -> one.obstacle().stream()).distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static String ports(TypeFit fit, How how) {
        return fit.differences().stream().filter(one -> one.how() == how).map(DeviceTypesModel::port)
                .collect(Collectors.joining(", "));
    }

    private static String port(Difference one) {
        return one.fields().isEmpty() ? one.port() : "%s (%s)".formatted(one.port(), one.fields());
    }

    /**
     * Makes devices as their types say: one change set for each type.
     *
     * @param devices     which; none: all that differ
     * @param dropSurplus whether ports that the type lacks go too
     */
    public void fit(Set<UUID> devices, boolean dropSurplus, String why) {
        if (sight.getValue().stage() != Stage.TAKEN || sight.getValue().working()) {
            return;
        }
        var wanted = new LinkedHashMap<UUID, Set<UUID>>();
        sight.getValue().fits().stream().filter(row -> devices.isEmpty() || devices.contains(row.deviceId()))
                .filter(row -> dropSurplus || !row.added().isEmpty() || !row.changed().isEmpty())
                .forEach(row -> wanted.computeIfAbsent(row.typeId(), _ -> new LinkedHashSet<>()).add(row.deviceId()));
        if (wanted.isEmpty()) {
            sight.setValue(sight.getValue().refused(texts.get("types.only.surplus")));
            return;
        }
        int mine = ++asked;
        sight.setValue(sight.getValue().waiting(texts.get("types.fitting")));
        org.dcos.ui.model.work.Outcome.of(estates, texts, core -> {
            var sets = new ArrayList<String>();
            for (var type : wanted.entrySet()) {
                sets.add(Long.toString(core.deviceTypes().fit(type.getKey(), new FitOrder(List.copyOf(type.getValue()),
                        dropSurplus, why)).number()));
            }
            return sets;
        }, outcome -> {
            if (mine == asked) {
                outcome.value().ifPresentOrElse(sets -> fitted(wanted, sets),
                        () -> sight.setValue(sight.getValue().refused(outcome.problem())));
            }
        });
    }

    private void fitted(LinkedHashMap<UUID, Set<UUID>> wanted, List<String> sets) {
        var done = wanted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var now = sight.getValue();
        var left = now.fits().stream().filter(row -> !done.contains(row.deviceId())).toList();
        sight.setValue(new DeviceTypesSight(left.isEmpty() ? Stage.DONE : Stage.TAKEN,
                texts.get("types.fitted", done.size(), String.join(", ", sets)), "", false, now.rows(), left));
    }
}
