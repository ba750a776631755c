package org.dcos.server.oob.bringup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.dcos.domain.Secret;
import org.dcos.domain.bringup.BringUp.LoginFile;
import org.dcos.domain.bringup.BringUp.LoginReport.Refused;
import org.dcos.domain.problem.Invalid;

/** Reads a maker's list of first logins, one line a machine: pure functions. */
final class LoginLines {

    private static final int MOST_LINES = 100_000;
    private static final int LONGEST_LOGIN = 20;
    private static final Pattern MAC = Pattern.compile("([0-9a-f]{2}[:-]?){5}[0-9a-f]{2}");
    private static final Set<String> SERIALS = Set.of("serial", "serial number", "serialnumber", "sn", "s/n",
            "service tag", "servicetag", "序列号", "sn号", "产品序列号");
    private static final Set<String> MACS = Set.of("mac", "mac address", "bmc mac", "mac地址", "bmc mac地址", "带外mac");
    private static final Set<String> USERS = Set.of("user", "username", "user name", "login", "用户", "用户名", "账号", "帐号");
    private static final Set<String> PASSWORDS = Set.of("password", "pass", "default password", "bmc password", "密码",
            "初始密码", "默认密码");

    private LoginLines() {}

    /** @param machine serial number or MAC in lower case */
    record Line(String machine, String user, Secret password) {}

    /** @param refused lines that are left out */
    record Read(List<Line> lines, List<Refused> refused) {}

    /** @param user whose logins they are, where the list has no column of users */
    static Read read(byte[] content, String user) throws Invalid {
        if (content.length > LoginFile.MAX_BYTES) {
            throw Invalid.field("content", "The file has %,d bytes; at most %,d are taken.".formatted(content.length,
                    LoginFile.MAX_BYTES));
        }
        List<List<String>> rows = rows(text(content));
        if (rows.isEmpty()) {
            throw Invalid.field("content", "The file is empty.");
        }
        if (rows.size() > MOST_LINES) {
            throw Invalid.field("content", "The file has %,d lines; at most %,d are taken.".formatted(rows.size(),
                    MOST_LINES));
        }
        List<String> header = rows.getFirst();
        int serial = column(header, SERIALS);
        int mac = column(header, MACS);
        int name = column(header, USERS);
        int password = column(header, PASSWORDS);
        if (password < 0 || serial < 0 && mac < 0) {
            throw Invalid.field("content", "The first line names the columns: a serial number or MAC, and a password, "
                    + "as in: serial,user,password. It is: %s".formatted(String.join(", ", header)));
        }
        var lines = new ArrayList<Line>();
        var refused = new ArrayList<Refused>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            take(row, i + 1, new int[] {serial, mac, name, password}, user, lines, refused);
        }
        return new Read(lines, refused);
    }

    private static void take(List<String> row, int number, int[] columns, String standard, List<Line> lines,
            List<Refused> refused) {
        String serial = cell(row, columns[0]).strip().toLowerCase(Locale.ROOT);
        String mac = cell(row, columns[1]).strip().toLowerCase(Locale.ROOT);
        String user = columns[2] < 0 ? standard : cell(row, columns[2]).strip();
        String password = cell(row, columns[3]);
        if (serial.isEmpty() && mac.isEmpty()) {
            refused.add(new Refused(number, "It has neither a serial number nor a MAC."));
        } else if (!mac.isEmpty() && !MAC.matcher(mac).matches()) {
            refused.add(new Refused(number, "'%s' is no MAC.".formatted(mac)));
        } else if (user.isEmpty() || password.isEmpty()) {
            refused.add(new Refused(number, user.isEmpty() ? "It has no user." : "It has no password."));
        } else if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOGIN) {
            refused.add(new Refused(number, "Its password has more than 20 bytes, which no BMC takes by IPMI."));
        } else {
            var secret = Secret.of(password);
            if (!serial.isEmpty()) {
                lines.add(new Line(serial, user, secret));
            }
            if (!mac.isEmpty()) {
                lines.add(new Line(String.join(":", mac.replaceAll("[:-]", "").split("(?<=\\G..)")), user, secret));
            }
        }
    }

    private static String cell(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    private static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    /** As Excel and WPS write it: UTF-8 with or without a mark, else GB18030. */
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString().replace("\uFEFF",
                    "");
        } catch (CharacterCodingException _) {
            return new String(content, Charset.forName("GB18030"));
        }
    }

    /** CSV (RFC 4180), with comma, semicolon or tab between, whichever the first line has. */
    private static List<List<String>> rows(String text) {
        String first = text.lines().findFirst().orElse("");
        char between = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted) {
                if (sign != '"') {
                    cell.append(sign);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (sign == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (sign == between) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (sign == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
            } else if (sign != '\r') {
                cell.append(sign);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(List.copyOf(row));
        }
        return rows;
    }
}
