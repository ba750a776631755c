package org.dcos.server.cmdb.devicetype;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.Device;
import org.dcos.domain.cmdb.DeviceType;
import org.dcos.domain.cmdb.Edit;
import org.dcos.domain.devicetype.DeviceTypes;
import org.dcos.domain.devicetype.FitOrder;
import org.dcos.domain.devicetype.TypeFile;
import org.dcos.domain.devicetype.TypeFit;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.domain.devicetype.TypeReport;
import org.dcos.domain.devicetype.TypeReport.Outcome;
import org.dcos.domain.devicetype.TypeReport.Taken;
import org.dcos.domain.problem.Conflict;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.NotFound;
import org.dcos.domain.problem.Problem;
import org.dcos.server.cmdb.live.Change;
import org.dcos.server.cmdb.live.LiveRecords;
import org.dcos.server.cmdb.live.NaturalOrder;
import org.dcos.server.cmdb.live.Unique;
import org.dcos.server.cmdb.live.View;
import org.dcos.server.cmdb.live.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The device types of the records: filled from files, and brought to the devices. */
@Component
public final class TypeLibrary implements DeviceTypes {

    private static final int TOLD = 5;

    private final LiveRecords records;

    @Activate
    public TypeLibrary(@Reference LiveRecords records) {
        this.records = records;
    }

    private record Read(String file, DeviceType type, List<TypeReport.Note> notes) {}

    @Override
    public TypeReport take(TypeOrder order) throws Problem {
        List<Read> read = read(order.files());
        var taken = new ArrayList<Taken>();
        LiveRecords.Work work = change -> {
            taken.clear();
            for (Read file : read) {
                taken.add(put(change, file));
            }
        };
        boolean nothing = records.draft(work, "").changes().isEmpty();
        if (nothing || order.trial()) {
            return new TypeReport(Optional.empty(), taken);
        }
        String title = read.size() == 1
                ? "Device type %s %s from %s".formatted(read.getFirst().type().manufacturer(),
                        read.getFirst().type().model(), read.getFirst().file())
                : "%d device types from files".formatted(read.size());
        long number = records.commit(title, "", Optional.empty(), work).set().number();
        return new TypeReport(Optional.of(number), taken);
    }

    private static List<Read> read(List<TypeFile> files) throws Invalid {
        if (files.isEmpty() || files.size() > TypeOrder.MOST_FILES) {
            throw Invalid.field("files", "Give 1 to %d files; these are %d.".formatted(TypeOrder.MOST_FILES,
                    files.size()));
        }
        var faults = new ArrayList<Invalid.Violation>();
        var read = new ArrayList<Read>();
        var seen = new HashMap<String, String>();
        for (TypeFile file : files) {
            var findings = new Findings(file.name());
            TypeText.read(file.text(), findings).ifPresent(type -> {
                String name = (type.manufacturer() + "\n" + type.model()).toLowerCase(Locale.ROOT);
                String other = seen.putIfAbsent(name, file.name());
                if (other != null) {
                    findings.fault(1, "%s %s is in %s too.", type.manufacturer(), type.model(), other);
                }
                read.add(new Read(file.name(), type, findings.notes()));
            });
            faults.addAll(findings.faults());
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return read;
    }

    private static Taken put(Change change, Read file) throws Problem {
        View view = change.draft();
        DeviceType read = file.type();
        Optional<DeviceType> there = recorded(view, read);
        DeviceType wanted = new DeviceType(there.map(DeviceType::id).orElseGet(UUID::randomUUID),
                there.map(DeviceType::version).orElse(0L), read.manufacturer(), read.model(), read.slug(),
                read.partNumber(), read.heightUnits(), read.fullDepth(), read.powerWatts(), read.weightGrams(),
                read.airflow(), read.chassis(), read.blade(), read.ports(), read.bays(), read.comments(),
                there.map(DeviceType::labels).orElse(read.labels()),
                there.map(DeviceType::fields).orElse(read.fields()));
        Outcome outcome = there.isEmpty() ? Outcome.NEW : there.get().equals(wanted) ? Outcome.SAME : Outcome.CHANGED;
        if (outcome != Outcome.SAME) {
            change.apply(List.of(new Edit.Put(wanted)));
        }
        int devices = (int) view.referring(Device.class, wanted.id()).count();
        return new Taken(file.file(), wanted.id(), wanted.manufacturer(), wanted.model(), outcome, devices,
                file.notes());
    }

    /** By maker and model; renamed ones by their slug. */
    private static Optional<DeviceType> recorded(View view, DeviceType read) {
        Optional<DeviceType> named = Unique.of(read).stream()
                .flatMap(held -> view.holders(held.unique())).map(DeviceType.class::cast).findFirst();
        return named.isPresent() ? named
                : view.all(DeviceType.class)
                        .filter(type -> type.slug().equals(read.slug())
                                && type.manufacturer().equalsIgnoreCase(read.manufacturer()))
                        .findFirst();
    }

    @Override
    public Page<TypeFit> fits(UUID type, PageRequest page) throws Problem {
        Optional<Page<TypeFit>> fits = records.read(view -> view.item(DeviceType.class, type)
                .map(found -> fits(view, found, page)));
        return fits.orElseThrow(() -> NotFound.of("device type", type));
    }

    private static Page<TypeFit> fits(View view, DeviceType type, PageRequest page) {
        List<Fit> all = devices(view, type).map(device -> new Fit(view, device, type)).filter(Fit::differs).toList();
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).map(Fit::told).toList(), page.offset(),
                all.size());
    }

    private static Stream<Device> devices(View view, DeviceType type) {
        return view.referring(Device.class, type.id()).filter(Device::live)
                .sorted(Comparator.comparing(Device::name, NaturalOrder.INSTANCE));
    }

    @Override
    public ChangeSet fit(UUID id, FitOrder order) throws Problem {
        DeviceType named = records.read(view -> view.item(DeviceType.class, id))
                .orElseThrow(() -> NotFound.of("device type", id));
        String title = "Devices made as their type %s %s".formatted(named.manufacturer(), named.model());
        return records.commit(title, order.why(), Optional.empty(), change -> {
            View view = change.draft();
            DeviceType type = view.item(DeviceType.class, id).orElseThrow(() -> NotFound.of("device type", id));
            List<Fit> fits = chosen(view, type, order.devices()).stream().map(device -> new Fit(view, device, type))
                    .filter(Fit::differs).toList();
            if (order.dropSurplus()) {
                refuseInUse(fits);
            }
            List<Edit> edits = fits.stream().flatMap(fit -> fit.edits(order.dropSurplus())).toList();
            if (edits.isEmpty()) {
                throw new Conflict("The devices have the ports of %s already; there is nothing to be done."
                        .formatted(new Words(view).name(type)));
            }
            change.apply(edits);
        }).set();
    }

    private static List<Device> chosen(View view, DeviceType type, List<UUID> ids) throws Problem {
        if (ids.isEmpty()) {
            return devices(view, type).toList();
        }
        var chosen = new ArrayList<Device>();
        for (UUID id : ids) {
            Device device = view.item(Device.class, id).orElseThrow(() -> NotFound.of("device", id));
            if (device.deviceType().filter(type.id()::equals).isEmpty()) {
                throw Invalid.field("devices", "%s is no %s.".formatted(device.name(), new Words(view).name(type)));
            }
            chosen.add(device);
        }
        return chosen;
    }

    private static void refuseInUse(List<Fit> fits) throws Conflict {
        List<String> obstacles = fits.stream().flatMap(Fit::obstacles).toList();
        if (!obstacles.isEmpty()) {
            throw new Conflict(
                    "%d ports that would go are in use: %s%s. Unplug them first, or keep what the type lacks."
                            .formatted(obstacles.size(), String.join("; ", obstacles.subList(0, Math.min(TOLD,
                                    obstacles.size()))), obstacles.size() > TOLD ? "; ..." : ""));
        }
    }
}
