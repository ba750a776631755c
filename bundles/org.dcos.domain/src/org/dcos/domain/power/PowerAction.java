package org.dcos.domain.power;

/** Chassis control (IPMI v2.0 §28.3). */
public enum PowerAction {
    /** Power up. */
    ON,
    /** Power down at once, as pulling the plug: the operating system is not asked. */
    OFF,
    /** Asks the operating system to shut down (ACPI soft-off); it may not listen. */
    GRACEFUL_SHUTDOWN,
    /** Off at once, and on again after a moment. */
    CYCLE,
    /** Hard reset without taking the power away. */
    RESET,
    /** A diagnostic interrupt: the operating system, where it is set up so, writes down its state and stops. */
    NMI;

    /** Whether running work is lost. */
    public boolean interrupts() {
        return this != ON;
    }
}
