package org.dcos.domain.ip;

import java.util.HexFormat;

/** How addresses are written: RFC 4291 §2.2 is read, RFC 5952 §4 and §5 are written. */
final class AddressText {

    private static final int GROUPS = 8;
    private static final int LONGEST_QUOTE = 60;
    private static final String EXAMPLES = "like 10.0.0.1 or 2001:db8::1.";

    private AddressText() {}

    static Address parse(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The address is missing. Write one " + EXAMPLES);
        }
        int slash = text.indexOf('/');
        if (slash >= 0) {
            throw wrong(text, "address", "it has a length. Leave out '%s'.".formatted(quoted(text.substring(slash))));
        }
        return text.indexOf(':') >= 0 ? ipv6(text) : new Address(IpFamily.IPV4, 0, ipv4(text, text));
    }

    static String print(Address address) {
        return switch (address.family()) {
            case IPV4 -> ipv4(address.low());
            case IPV6 -> ipv6(address);
        };
    }

    /** Text from outside as it may stand in a message: not endless, no control characters. */
    static String quoted(String text) {
        String shown = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    static IllegalArgumentException wrong(String text, String kind, String why) {
        return new IllegalArgumentException("'%s' is no %s: %s".formatted(quoted(text), kind, why));
    }

    /** @param whole what the dotted text is, or is the end of */
    private static long ipv4(String dotted, String whole) {
        String[] numbers = dotted.split("\\.", -1);
        if (numbers.length == 1) {
            throw wrong(whole, "address", "it has neither dots nor colons. Write one " + EXAMPLES);
        }
        if (numbers.length != 4) {
            throw wrongDots(whole, "there are %d numbers, and four are needed, like 10.0.0.1."
                    .formatted(numbers.length));
        }
        long bits = 0;
        for (String number : numbers) {
            bits = bits << 8 | octet(number, whole);
        }
        return bits;
    }

    private static int octet(String number, String whole) {
        if (number.isEmpty()) {
            throw wrongDots(whole, "a number is missing. Write four, like 10.0.0.1.");
        }
        if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrongDots(whole, "'%s' is not a number from 0 to 255.".formatted(quoted(number)));
        }
        if (number.length() > 1 && number.charAt(0) == '0') {
            throw wrongDots(whole, "'%s' starts with a zero, which some programs read as octal. Write it without."
                    .formatted(quoted(number)));
        }
        if (number.length() > 3 || Integer.parseInt(number) > 255) {
            throw wrongDots(whole, "%s is more than 255.".formatted(quoted(number)));
        }
        return Integer.parseInt(number);
    }

    private static IllegalArgumentException wrongDots(String whole, String why) {
        return wrong(whole, whole.indexOf(':') < 0 ? "IPv4 address" : "IPv6 address", why);
    }

    private static Address ipv6(String text) {
        if (text.indexOf('%') >= 0) {
            throw wrong(text, "IPv6 address",
                    "it has a zone. Leave out '%s'.".formatted(quoted(text.substring(text.indexOf('%')))));
        }
        if (text.startsWith("[")) {
            throw wrong(text, "IPv6 address", "leave out the brackets.");
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] groups = groups(text, text, true);
            if (groups.length != GROUPS) {
                throw wrong(text, "IPv6 address", "it has %d groups, and eight are needed. A run of zero groups may be "
                        .formatted(groups.length) + "written as '::'.");
            }
            return ofGroups(groups);
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            throw wrong(text, "IPv6 address", "'::' may stand in it only once.");
        }
        int[] head = groups(text.substring(0, gap), text, false);
        int[] tail = groups(text.substring(gap + 2), text, true);
        if (head.length + tail.length >= GROUPS) {
            throw wrong(text, "IPv6 address", "'::' stands for at least one group, and there are %d beside it."
                    .formatted(head.length + tail.length));
        }
        var groups = new int[GROUPS];
        System.arraycopy(head, 0, groups, 0, head.length);
        System.arraycopy(tail, 0, groups, GROUPS - tail.length, tail.length);
        return ofGroups(groups);
    }

    /** The groups of one side of {@code ::}; the last one of the address may be written with dots, which makes two. */
    private static int[] groups(String part, String whole, boolean atEnd) {
        if (part.isEmpty()) {
            return new int[0];
        }
        String[] texts = part.split(":", -1);
        boolean dotted = atEnd && texts[texts.length - 1].indexOf('.') >= 0;
        var groups = new int[texts.length + (dotted ? 1 : 0)];
        int plain = dotted ? texts.length - 1 : texts.length;
        for (int i = 0; i < plain; i++) {
            groups[i] = group(texts[i], whole);
        }
        if (dotted) {
            int bits = (int) ipv4(texts[plain], whole);
            groups[plain] = bits >>> 16;
            groups[plain + 1] = bits & 0xFFFF;
        }
        return groups;
    }

    private static int group(String text, String whole) {
        if (text.isEmpty()) {
            throw wrong(whole, "IPv6 address", "a group is missing beside a ':'.");
        }
        if (text.length() > 4 || !text.chars().allMatch(HexFormat::isHexDigit)) {
            throw wrong(whole, "IPv6 address",
                    "'%s' is not a group of one to four hexadecimal digits.".formatted(quoted(text)));
        }
        return HexFormat.fromHexDigits(text);
    }

    private static Address ofGroups(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new Address(IpFamily.IPV6, high, low);
    }

    private static int group(Address address, int index) {
        long half = index < 4 ? address.high() : address.low();
        return (int) (half >>> 48 - index % 4 * 16) & 0xFFFF;
    }

    private static String ipv4(long bits) {
        return "%d.%d.%d.%d".formatted(bits >> 24 & 0xFF, bits >> 16 & 0xFF, bits >> 8 & 0xFF, bits & 0xFF);
    }

    private static String ipv6(Address address) {
        if (address.high() == 0 && address.low() >>> 32 == 0xFFFF) {
            return "::ffff:" + ipv4(address.low());
        }
        int runStart = -1;
        int runLength = 1; // a single zero group is written as 0 (RFC 5952 §4.2.2)
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && group(address, end) == 0) {
                end++;
            }
            if (end - start > runLength) {
                runStart = start;
                runLength = end - start;
            }
        }
        var text = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                text.append(i == 0 || i == runStart + runLength && runStart >= 0 ? "" : ":");
                text.append(Integer.toHexString(group(address, i)));
            }
        }
        return text.toString();
    }
}
