package org.dcos.ui.canvas.terminal;

/** A key that is no character, and what xterm sends for it. */
public enum TerminalKey {
    UP('A', 0), DOWN('B', 0), RIGHT('C', 0), LEFT('D', 0), HOME('H', 0), END('F', 0), INSERT('~', 2), DELETE('~', 3),
    PAGE_UP('~', 5), PAGE_DOWN('~', 6), F1('P', 0), F2('Q', 0), F3('R', 0), F4('S', 0), F5('~', 15), F6('~', 17),
    F7('~', 18), F8('~', 19), F9('~', 20), F10('~', 21), F11('~', 23), F12('~', 24);

    private final char finish;
    private final int number;

    TerminalKey(char finish, int number) {
        this.finish = finish;
        this.number = number;
    }

    /**
     * @param application whether cursor keys are in application mode
     * @param shift       and {@code alt}, {@code control}: what is held down with it
     */
    public String sent(boolean application, boolean shift, boolean alt, boolean control) {
        int modifier = 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0);
        if (number > 0) {
            return modifier == 1 ? "\033[" + number + finish : "\033[" + number + ";" + modifier + finish;
        }
        if (modifier > 1) {
            return "\033[1;" + modifier + finish;
        }
        boolean function = finish >= 'P' && finish <= 'S';
        return (function || application ? "\033O" : "\033[") + finish;
    }
}
