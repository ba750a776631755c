package org.dcos.server.cmdb.live;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The speed that a network port of a connector runs at: {@code 25gbase-x-sfp28} is 25000 Mb/s. */
public final class LinkSpeed {

    private static final Pattern ETHERNET = Pattern.compile("(\\d+(?:\\.\\d+)?)(g?)base-.*");
    private static final Pattern OTHER = Pattern.compile("(\\d+)gfc-.*");

    private LinkSpeed() {}

    /** @param connector in the words of the device-type format */
    public static OptionalInt mbps(String connector) {
        Matcher ethernet = ETHERNET.matcher(connector);
        if (ethernet.matches() && ethernet.group(1).length() < 8) {
            double number = Double.parseDouble(ethernet.group(1));
            return OptionalInt.of((int) Math.round(ethernet.group(2).isEmpty() ? number : number * 1000));
        }
        Matcher fibreChannel = OTHER.matcher(connector);
        return fibreChannel.matches() && fibreChannel.group(1).length() < 5
                ? OptionalInt.of(Integer.parseInt(fibreChannel.group(1)) * 1000)
                : OptionalInt.empty();
    }
}
