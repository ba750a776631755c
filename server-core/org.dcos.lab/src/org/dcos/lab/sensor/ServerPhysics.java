package org.dcos.lab.sensor;

import org.dcos.lab.plan.HardwareModel;
import org.dcos.lab.plan.Seed;
import org.dcos.lab.plan.ServerPlan;

/**
 * What the sensors of a server measure at a moment: a pure function of the server's seed, the time, the power state and
 * the pinned values. Nothing is stored and nothing runs between two readings, which is what lets one process hold ten
 * thousand servers.
 *
 * <p>The idea: a load follows the hour of the day with slow and fast noise; power follows the load; processors are
 * warmer than the inlet by what the load heats; fans follow the warmer processor; the exhaust is warmer than the inlet
 * by the power. Noise is value noise: hashes at the corners of a time lattice, joined by a smooth step, so that two
 * readings a second apart are close and the same second always reads the same.
 */
public final class ServerPhysics {

    /** A reading that is not there, as {@link Double#isNaN} tells. */
    public static final double UNAVAILABLE = Double.NaN;

    /** Offset 0 of a power supply sensor: presence detected. */
    public static final int SUPPLY_PRESENT = 0x01;
    /** Offset 0 of a drive slot sensor: drive presence. */
    public static final int DRIVE_PRESENT = 0x01;
    /** Offset 2 of a drive slot sensor: predictive failure. */
    public static final int DRIVE_PREDICTIVE_FAILURE = 0x04;

    private static final double SHARE_OF_FAILING_DRIVES = 0.015;
    private static final double STANDBY_WATTS = 9;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final double HOUR = 60.0 * MINUTE;
    /** The data centres stand in China: UTC+8, no daylight saving. */
    private static final int HOURS_EAST = 8;
    private static final double QUIETEST_HOUR = 4.5;

    // What a noise is for; see Seed.of.
    private static final int CHARACTER = 20;
    private static final int SLOW_LOAD = 21;
    private static final int FAST_LOAD = 22;
    private static final int COOLING = 23;
    private static final int DRIVE = 24;
    private static final int PER_SENSOR = 30;

    /**
     * The value of a sensor in its unit, the state bits of a discrete one, or {@link #UNAVAILABLE}.
     *
     * @param on whether chassis power is on
     */
    public static double value(LabSensor sensor, ServerPlan server, long epochMillis, boolean on, Pins pins) {
        if (pins.isPinned(sensor)) {
            return pins.or(sensor, UNAVAILABLE);
        }
        double noise = noise(Seed.of(server.seed(), PER_SENSOR, sensor.ordinal()), epochMillis, 10 * SECOND);
        return switch (sensor) {
            case INLET_TEMP -> inletCelsius(server, epochMillis) + 0.15 * noise;
            case EXHAUST_TEMP -> exhaustCelsius(server, epochMillis, on, pins) + 0.3 * noise;
            case CPU1_TEMP, CPU2_TEMP -> on ? cpuCelsius(sensor, server, epochMillis, pins) + noise : UNAVAILABLE;
            case FAN1, FAN2, FAN3, FAN4 ->
                    on ? fanRpm(server, epochMillis, pins) * (1 + 0.012 * noise) : UNAVAILABLE;
            case P12V -> on ? 12.06 - 0.12 * load(server, epochMillis) + 0.03 * noise : UNAVAILABLE;
            case P5V -> 5.02 + 0.015 * noise; // the controller itself lives on it
            case PSU1_POWER, PSU2_POWER -> supplyWatts(sensor, server, epochMillis, on) * (1 + 0.01 * noise);
            case PSU1_STATUS, PSU2_STATUS -> SUPPLY_PRESENT;
            case DRIVE_BAY -> DRIVE_PRESENT | (driveFails(server) ? DRIVE_PREDICTIVE_FAILURE : 0);
        };
    }

    /** Share of its full load that the server works at, 0.02 to 0.98. */
    static double load(ServerPlan server, long epochMillis) {
        long character = Seed.of(server.seed(), CHARACTER, 0);
        double base = 0.06 + 0.30 * Seed.fraction(character);
        double swing = 0.10 + 0.45 * Seed.fraction(character + 1);
        double hour = (epochMillis / HOUR + HOURS_EAST + Seed.fraction(character + 2)) % 24;
        double day = 0.5 - 0.5 * Math.cos(2 * Math.PI * (hour - QUIETEST_HOUR) / 24);
        double slow = noise(Seed.of(server.seed(), SLOW_LOAD, 0), epochMillis, 15 * MINUTE);
        double fast = noise(Seed.of(server.seed(), FAST_LOAD, 0), epochMillis, 45 * SECOND);
        return Math.clamp(base + swing * day + 0.08 * slow + 0.04 * fast, 0.02, 0.98);
    }

    /** The cold aisle: cooling swings slowly, and it is warmer at the top of the rack. */
    private static double inletCelsius(ServerPlan server, long epochMillis) {
        long aisle = Seed.of(server.rack().name().hashCode(), COOLING, 0);
        double swing = 0.8 * noise(aisle, epochMillis, 12 * MINUTE);
        return 20.5 + 1.5 * Seed.fraction(aisle) + 0.07 * server.lowestUnit() + swing;
    }

    private static double inlet(ServerPlan server, long epochMillis, Pins pins) {
        return pins.or(LabSensor.INLET_TEMP, inletCelsius(server, epochMillis));
    }

    private static double exhaustCelsius(ServerPlan server, long epochMillis, boolean on, Pins pins) {
        double rise = on ? 6.5 + 11 * load(server, epochMillis) : 0.6;
        return inlet(server, epochMillis, pins) + rise;
    }

    private static double cpuCelsius(LabSensor cpu, ServerPlan server, long epochMillis, Pins pins) {
        double behindTheOther = cpu == LabSensor.CPU2_TEMP ? 1.8 : 0;
        return inlet(server, epochMillis, pins) + 13 + behindTheOther + 34 * load(server, epochMillis);
    }

    private static double fanRpm(ServerPlan server, long epochMillis, Pins pins) {
        double cpu1 = pins.or(LabSensor.CPU1_TEMP, cpuCelsius(LabSensor.CPU1_TEMP, server, epochMillis, pins));
        double cpu2 = pins.or(LabSensor.CPU2_TEMP, cpuCelsius(LabSensor.CPU2_TEMP, server, epochMillis, pins));
        double demand = Math.clamp((Math.max(cpu1, cpu2) - 38) / 52, 0.04, 1);
        HardwareModel hardware = server.hardware();
        return hardware.slowestRpm() + (hardware.fastestRpm() - hardware.slowestRpm()) * demand;
    }

    /** Two supplies share the power, one a little more than the other. */
    private static double supplyWatts(LabSensor supply, ServerPlan server, long epochMillis, boolean on) {
        HardwareModel hardware = server.hardware();
        double watts = on
                ? hardware.idleWatts()
                        + (hardware.fullLoadWatts() - hardware.idleWatts()) * load(server, epochMillis)
                : 2 * STANDBY_WATTS;
        double uneven = 0.03 * (Seed.fraction(Seed.of(server.seed(), CHARACTER, 1)) - 0.5);
        return watts * (0.5 + (supply == LabSensor.PSU1_POWER ? uneven : -uneven));
    }

    private static boolean driveFails(ServerPlan server) {
        return Seed.fraction(Seed.of(server.seed(), DRIVE, 0)) < SHARE_OF_FAILING_DRIVES;
    }

    /** Smooth noise from -1 to 1 that changes over {@code period} milliseconds. */
    private static double noise(long seed, long epochMillis, long period) {
        long corner = Math.floorDiv(epochMillis, period);
        double along = (double) Math.floorMod(epochMillis, period) / period;
        double smooth = along * along * (3 - 2 * along);
        double here = Seed.fraction(seed + corner);
        double next = Seed.fraction(seed + corner + 1);
        return 2 * (here + (next - here) * smooth) - 1;
    }

    private ServerPhysics() {}
}
