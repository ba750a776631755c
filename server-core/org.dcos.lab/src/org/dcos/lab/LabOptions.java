package org.dcos.lab;

import java.util.Optional;
import org.dcos.lab.plan.LabPlan;

/**
 * What kind of lab is wanted; begin with {@link #DEFAULT} and change what is different.
 *
 * @param servers      1 to {@link LabPlan#MOST_SERVERS}
 * @param faultPercent share of the controllers that something is wrong with, 0 to 100
 * @param seed         the same seed gives the same data centre with the same faults
 * @param baseAddress  first two bytes of the controllers' addresses, as in "127.66.0.0"
 * @param port         UDP port of all controllers; empty for 623 where it can be bound, else another
 * @param user         administrator of all controllers
 * @param password     of that user, 1 to 16 bytes so that every tool can use it
 * @param redfish      whether the controllers speak Redfish beside IPMI, at most {@link #MOST_WITH_REDFISH} of them
 */
public record LabOptions(int servers, int faultPercent, long seed, String baseAddress, Optional<Integer> port,
        String user, String password, boolean redfish) {

    /** Most servers that speak Redfish too: each has a listening socket and a thread of its own. */
    public static final int MOST_WITH_REDFISH = 500;

    /** 60 servers in three racks, nothing wrong. */
    public static final LabOptions DEFAULT = new LabOptions(60, 0, 1, "127.66.0.0", Optional.empty(), "admin",
            "DcosLab-2026", false);

    private static final int LONGEST_PASSWORD = 16;

    /** @throws IllegalArgumentException with a sentence that names the value and what it can be */
    public LabOptions {
        requireRange("Number of servers", servers, 1, LabPlan.MOST_SERVERS);
        requireRange("Fault percentage", faultPercent, 0, 100);
        port.ifPresent(given -> requireRange("Port", given, 1, 65_535));
        AddressPlan.requireBase(baseAddress);
        if (redfish) {
            requireRange("Number of servers with Redfish", servers, 1, MOST_WITH_REDFISH);
        }
        if (user.isEmpty() || user.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("User name of %d characters, can be 1 to 16".formatted(user.length()));
        }
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("Password of %d characters, can be 1 to 16"
                    .formatted(password.length()));
        }
    }

    public LabOptions withServers(int number) {
        return new LabOptions(number, faultPercent, seed, baseAddress, port, user, password, redfish);
    }

    public LabOptions withFaultPercent(int percent) {
        return new LabOptions(servers, percent, seed, baseAddress, port, user, password, redfish);
    }

    public LabOptions withSeed(long newSeed) {
        return new LabOptions(servers, faultPercent, newSeed, baseAddress, port, user, password, redfish);
    }

    public LabOptions withBaseAddress(String base) {
        return new LabOptions(servers, faultPercent, seed, base, port, user, password, redfish);
    }

    public LabOptions withPort(int newPort) {
        return new LabOptions(servers, faultPercent, seed, baseAddress, Optional.of(newPort), user, password, redfish);
    }

    public LabOptions withRedfish() {
        return new LabOptions(servers, faultPercent, seed, baseAddress, port, user, password, true);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "lab of %d servers, %d %% faulty, seed %d, addresses from %s, port %s".formatted(servers, faultPercent,
                seed, baseAddress, port.map(String::valueOf).orElse("as available"));
    }

    private static void requireRange(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d, can be %d to %d".formatted(what, value, least, most));
        }
    }
}
