package org.dcos.ui.model.devicetype;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.PageRequest;
import org.dcos.domain.cmdb.ChangeSet;
import org.dcos.domain.cmdb.PortKind;
import org.dcos.domain.devicetype.DeviceTypes;
import org.dcos.domain.devicetype.FitOrder;
import org.dcos.domain.devicetype.TypeFit;
import org.dcos.domain.devicetype.TypeOrder;
import org.dcos.domain.devicetype.TypeReport;
import org.dcos.domain.problem.Invalid;
import org.dcos.domain.problem.Problem;
import org.dcos.ui.model.Samples;

/** Files named {@code bad} are refused; one named {@code r640} changes a type that two devices are of. */
public final class FakeDeviceTypes implements DeviceTypes {

    public static final UUID R640 = new UUID(11, 1);
    public static final UUID ONE = new UUID(4, 1);
    public static final UUID OTHER = new UUID(4, 2);

    public final List<TypeOrder> orders = new ArrayList<>();
    public final List<FitOrder> fits = new ArrayList<>();

    @Override
    public TypeReport take(TypeOrder order) throws Problem {
        orders.add(order);
        var faults = order.files().stream().filter(file -> file.name().contains("bad"))
                .map(file -> new Invalid.Violation(file.name() + ":12", "There is no model.")).toList();
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new TypeReport(order.trial() ? Optional.empty() : Optional.of(31L), order.files().stream()
                .map(file -> file.name().contains("r640")
                        ? new TypeReport.Taken(file.name(), R640, "Dell", "R640", TypeReport.Outcome.CHANGED, 2,
                                List.of(new TypeReport.Note(9, "The rear image is not kept.")))
                        : new TypeReport.Taken(file.name(), new UUID(11, 2), "Dell", file.name(),
                                TypeReport.Outcome.NEW, 0, List.of()))
                .toList());
    }

    @Override
    public Page<TypeFit> fits(UUID type, PageRequest page) {
        return new Page<>(List.of(
                new TypeFit(ONE, "srv-1", "A01 U28", List.of(
                        new TypeFit.Difference(TypeFit.How.MISSING, PortKind.NETWORK, "eth5", "", Optional.empty()),
                        new TypeFit.Difference(TypeFit.How.UNLIKE, PortKind.NETWORK, "eth0",
                                "connector 1000base-t -> 10gbase-t", Optional.empty()))),
                new TypeFit(OTHER, "srv-2", "A01 U30", List.of(new TypeFit.Difference(TypeFit.How.SURPLUS,
                        PortKind.NETWORK, "old0", "", Optional.of("a cable is in it"))))),
                0, 2);
    }

    @Override
    public ChangeSet fit(UUID type, FitOrder order) {
        fits.add(order);
        return new ChangeSet(32, Samples.NOW, "li.wei", "test", "Devices made as their type", order.why(), 2,
                Optional.empty(), Optional.empty());
    }
}
