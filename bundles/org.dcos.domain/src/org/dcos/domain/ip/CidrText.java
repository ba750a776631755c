package org.dcos.domain.ip;

import java.util.regex.Pattern;

/** The part behind the slash of a network, with an answer for what people write there instead of a length. */
final class CidrText {

    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern MASK = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private CidrText() {}

    static int length(String whole, Address address, String text) {
        if (MASK.matcher(text).matches()) {
            throw wrong(whole, mask(address, text));
        }
        if (!LENGTH.matcher(text).matches() || Integer.parseInt(text) > address.family().bits()) {
            throw wrong(whole, "the length '%s' is not a number from 0 to %d."
                    .formatted(AddressText.quoted(text), address.family().bits()));
        }
        return Integer.parseInt(text);
    }

    static IllegalArgumentException wrong(String text, String why) {
        return AddressText.wrong(text, "network", why);
    }

    private static String mask(Address address, String text) {
        long bits = Address.parse(text).low();
        int ones = Long.bitCount(bits);
        boolean contiguous = Integer.numberOfLeadingZeros(~(int) bits) == ones;
        return address.family() == IpFamily.IPV4 && contiguous
                ? "write the length instead of the mask: %s.".formatted(Cidr.around(address, ones))
                : "write a length from 0 to %d instead of '%s'.".formatted(address.family().bits(), text);
    }
}
