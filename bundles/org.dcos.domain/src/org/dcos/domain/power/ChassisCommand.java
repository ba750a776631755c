package org.dcos.domain.power;

import java.time.Duration;

/** What is to be done with each chassis of an order. */
public sealed interface ChassisCommand {

    /** Whether running work is lost. */
    boolean interrupts();

    /** Changes the power. */
    record SetPower(PowerAction action) implements ChassisCommand {
        @Override
        public boolean interrupts() {
            return action.interrupts();
        }
    }

    /** Says what it boots from. @param persistent for every boot from now on, not only the next */
    record SetBoot(BootDevice device, boolean persistent, boolean uefi) implements ChassisCommand {
        @Override
        public boolean interrupts() {
            return false;
        }
    }

    /** Lights the identify LED. @param time up to 255 s, zero puts it out */
    record Light(Duration time) implements ChassisCommand {
        @Override
        public boolean interrupts() {
            return false;
        }
    }
}
