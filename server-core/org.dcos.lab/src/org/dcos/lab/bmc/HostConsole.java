package org.dcos.lab.bmc;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What is at the other end of a server's serial port: firmware and kernel when it starts, then a login prompt and a
 * shell that knows a few words. Anybody may log in. It writes only while the host is on.
 */
final class HostConsole {

    private static final String BOOT = """
            \033[2J\033[H\033[1;37m%s\033[0m\r
            Memory: 131072 MB, 2 processors\r
            Booting from \033[1;32mHard Disk\033[0m ...\r
            [    0.000000] Linux version 6.1.0-25-amd64 (gcc 12.2.0)\r
            [    0.000000] Command line: root=/dev/sda2 ro console=tty0 console=ttyS0,115200n8\r
            [    1.482301] ahci 0000:00:17.0: AHCI 0001.0301 32 slots 8 ports 6 Gbps\r
            [    2.117640] EXT4-fs (sda2): mounted filesystem with ordered data mode\r
            [\033[1;32m  OK  \033[0m] Started \033[1mOpenSSH server\033[0m.\r
            [\033[1;32m  OK  \033[0m] Reached target \033[1mMulti-User System\033[0m.\r
            """;
    private static final int LONGEST_LINE = 256;
    private static final int MOST_WAITING = 16_384;
    private static final int BACKSPACE = 0x08;
    private static final int DELETE = 0x7F;
    private static final int INTERRUPT = 0x03;

    private enum Mode {
        LOGIN, PASSWORD, SHELL
    }

    private final String name;
    private final String model;
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private Mode mode = Mode.LOGIN;
    private String user = "";

    HostConsole(String name, String model) {
        this.name = name;
        this.model = model;
    }

    /** The host has started. */
    void boot() {
        mode = Mode.LOGIN;
        line.setLength(0);
        write(BOOT.replace("\n", "").replace("\r", "\r\n").formatted(model));
        prompt();
    }

    /** Somebody has opened the console of a running host: what was on the screen is shown again. */
    void show() {
        if (waiting.isEmpty()) {
            prompt();
        }
    }

    void type(byte[] bytes) {
        for (byte each : bytes) {
            key(each & 0xFF);
        }
    }

    void sendBreak() {
        write("\r\nsysrq: HELP : loglevel(0-9) reboot(b) crash(c) sync(s)\r\n");
    }

    boolean isSilent() {
        return waiting.isEmpty();
    }

    /** The next characters, which are gone from it then. */
    byte[] take(int most) {
        String taken = waiting.substring(0, Math.min(most, waiting.length()));
        waiting.delete(0, taken.length());
        return taken.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void key(int key) {
        switch (key) {
            case '\r', '\n' -> {
                write("\r\n");
                String typed = line.toString();
                line.setLength(0);
                enter(typed);
            }
            case BACKSPACE, DELETE -> {
                if (!line.isEmpty()) {
                    line.setLength(line.length() - 1);
                    echo("\b \b");
                }
            }
            case INTERRUPT -> {
                line.setLength(0);
                write("^C\r\n");
                prompt();
            }
            default -> {
                if (key >= ' ' && line.length() < LONGEST_LINE) {
                    line.append((char) key);
                    echo(Character.toString(key));
                }
            }
        }
    }

    private void echo(String text) {
        if (mode != Mode.PASSWORD) {
            write(text);
        }
    }

    private void enter(String typed) {
        switch (mode) {
            case LOGIN -> {
                if (!typed.isBlank()) {
                    user = typed.strip();
                    mode = Mode.PASSWORD;
                }
            }
            case PASSWORD -> {
                mode = Mode.SHELL;
                write("Last login: Mon Nov 23 12:00:00 on ttyS0\r\n");
            }
            case SHELL -> command(typed.strip());
        }
        prompt();
    }

    private void command(String typed) {
        String[] words = typed.split(" +", 2);
        switch (words[0]) {
            case "" -> {}
            case "hostname" -> write(name + "\r\n");
            case "whoami" -> write(user + "\r\n");
            case "uname" -> write("Linux %s 6.1.0-25-amd64 #1 SMP x86_64 GNU/Linux\r\n".formatted(name));
            case "echo" -> write((words.length > 1 ? words[1] : "") + "\r\n");
            case "colors" -> colors();
            case "exit", "logout" -> mode = Mode.LOGIN;
            default -> write("-bash: %s: command not found\r\n".formatted(words[0]));
        }
    }

    private void colors() {
        for (int color = 30; color <= 37; color++) {
            write("\033[%dm%d \033[1m%d\033[0m ".formatted(color, color, color));
        }
        write("\r\n");
    }

    private void prompt() {
        write(switch (mode) {
            case LOGIN -> "\r\nDebian GNU/Linux 12 %s ttyS0\r\n\r\n%s login: ".formatted(name, name);
            case PASSWORD -> "Password: ";
            case SHELL -> "\033[1;32m%s@%s\033[0m:~$ ".formatted(user.toLowerCase(Locale.ROOT), name);
        });
    }

    /** What nobody takes is lost from its beginning. */
    private void write(String text) {
        waiting.append(text);
        if (waiting.length() > MOST_WAITING) {
            waiting.delete(0, waiting.length() - MOST_WAITING);
        }
    }
}
