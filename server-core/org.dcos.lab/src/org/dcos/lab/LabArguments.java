package org.dcos.lab;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The command line of the lab.
 *
 * @param options     what lab is wanted
 * @param out         folder for its files
 * @param controlPort TCP port on 127.0.0.1 to look at and change the simulation; empty for none
 */
record LabArguments(LabOptions options, Path out, Optional<Integer> controlPort) {

    static final String USAGE = "Usage: --out DIR [--servers N] [--faults PERCENT] [--seed S] [--port P] "
            + "[--base-address 127.B.0.0] [--control PORT] [--redfish]";

    /** @throws IllegalArgumentException with a sentence about what is wrong */
    static LabArguments parse(List<String> arguments) {
        LabOptions options = LabOptions.DEFAULT;
        Optional<Path> out = Optional.empty();
        Optional<Integer> control = Optional.empty();
        boolean redfish = false;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (name.equals("--redfish")) { // has no value
                redfish = true;
                i--;
                continue;
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(known(name) ? "%s needs a value.".formatted(name) : unknown(name));
            }
            String value = arguments.get(i + 1);
            switch (name) {
                case "--servers" -> options = options.withServers(number(name, value));
                case "--faults" -> options = options.withFaultPercent(number(name, value));
                case "--seed" -> options = options.withSeed(number(name, value));
                case "--port" -> options = options.withPort(number(name, value));
                case "--base-address" -> options = options.withBaseAddress(value);
                case "--control" -> control = Optional.of(port(name, value));
                case "--out" -> out = Optional.of(path(value));
                default -> throw new IllegalArgumentException(unknown(name));
            }
        }
        return new LabArguments(redfish ? options.withRedfish() : options, out.orElseThrow(
                () -> new IllegalArgumentException("--out DIR is missing: where the lab's files go.")), control);
    }

    private static boolean known(String name) {
        return USAGE.contains(name + " ");
    }

    private static String unknown(String name) {
        return "There is no option %s. %s".formatted(name, USAGE);
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("%s %s is not a whole number.".formatted(name, value));
        }
    }

    private static int port(String name, String value) {
        int port = number(name, value);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("%s %d is no port, can be 0 to 65535.".formatted(name, port));
        }
        return port;
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--out %s is no folder name: %s".formatted(value, e.getReason()));
        }
    }
}
