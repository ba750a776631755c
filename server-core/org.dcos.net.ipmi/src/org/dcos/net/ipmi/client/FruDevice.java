package org.dcos.net.ipmi.client;

import org.dcos.net.ipmi.fru.Fru;
import org.dcos.net.ipmi.fru.MemoryModule;
import org.dcos.net.ipmi.sdr.Entity;

/**
 * A part that a BMC has an inventory of.
 *
 * @param fruId  FRU device ID
 * @param name   in the BMC's sensor data records
 * @param entity what kind of thing it is
 */
public record FruDevice(int fruId, String name, Entity entity, Contents contents) {

    /** What is written about it. */
    public sealed interface Contents {

        record Inventory(Fru fru) implements Contents {}

        record Memory(MemoryModule module) implements Contents {}

        /** A place that is empty, or an inventory that is not as specified. @param reason a sentence */
        record None(String reason) implements Contents {}
    }
}
