package org.dcos.ui.model.text;

/** How pieces of Chinese and of other writing are put together: a space parts the two, none parts Chinese. */
final class Chinese {

    static void append(StringBuilder said, String next) {
        String text = next;
        if (isIdeographBeforeSpace(said) && !text.isEmpty() && isIdeograph(text.charAt(0))) {
            said.setLength(said.length() - 1);
        } else if (!said.isEmpty() && !text.isEmpty()) {
            char before = said.charAt(said.length() - 1);
            if (text.length() > 1 && text.charAt(0) == ' ' && isWide(before) && isWide(text.charAt(1))) {
                text = text.substring(1);
            } else if (isIdeograph(before) && isLatin(text.charAt(0)) || isLatin(before)
                    && isIdeograph(text.charAt(0))) {
                said.append(' ');
            }
        }
        said.append(text);
    }

    static String together(String text, String rest) {
        var both = new StringBuilder(text);
        append(both, rest);
        return both.toString();
    }

    private static boolean isIdeographBeforeSpace(StringBuilder said) {
        int length = said.length();
        return length > 1 && said.charAt(length - 1) == ' ' && isWide(said.charAt(length - 2));
    }

    private static boolean isIdeograph(char letter) {
        return Character.isIdeographic(letter);
    }

    /** Ideographs and the punctuation that is as wide as one. */
    private static boolean isWide(char letter) {
        return isIdeograph(letter) || "，。；：、（）“”".indexOf(letter) >= 0;
    }

    private static boolean isLatin(char letter) {
        return letter < 0x250 && Character.isLetterOrDigit(letter);
    }

    private Chinese() {}
}
