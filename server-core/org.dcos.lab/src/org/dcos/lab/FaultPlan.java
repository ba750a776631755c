package org.dcos.lab;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.plan.Seed;

/** Gives a share of the controllers a fault each: the seed decides whose, and the kinds take turns. */
final class FaultPlan {

    private static final int DRAW = 60;
    private static final List<Fault> KINDS = List.of(Fault.SILENT, Fault.SLOW, Fault.WRONG_PASSWORD, Fault.GARBAGE,
            Fault.FLAPPING);

    static void spread(List<LabBmc> bmcs, int percent, long seed) {
        int count = Math.ceilDiv(bmcs.size() * percent, 100);
        List<LabBmc> shuffled = bmcs.stream()
                .sorted(Comparator.comparingLong(bmc -> Seed.of(seed, DRAW, bmc.server().number()))).toList();
        IntStream.range(0, count).forEach(i -> shuffled.get(i).setFault(KINDS.get(i % KINDS.size())));
    }

    private FaultPlan() {}
}
