package org.dcos.ui.model.work;

import java.util.ArrayList;
import java.util.List;

import org.dcos.domain.Secret;
import org.dcos.domain.bmc.DiscoveryOrder;
import org.dcos.domain.bmc.DiscoveryOrder.KnownBmc;
import org.dcos.domain.bmc.DiscoveryOrder.Login;
import org.dcos.ui.model.text.Texts;

/** What a user typed to look for BMCs, and what is wrong with it. The server-core checks the addresses. */
public record DiscoveryForm(String ranges, String port, String user, Secret password, List<KnownBmc> known) {

    private static final int MAX_PORT = 65_535;

    public DiscoveryForm {
        known = List.copyOf(known);
    }

    /** What has to be mended before it can start, in words; empty when nothing. */
    public String problem(Texts texts) {
        if (ranges.isBlank() && known.isEmpty()) {
            return texts.get("discovery.nothing");
        }
        if (!ranges.isBlank() && !port.strip().matches("[0-9]{1,5}")) {
            return texts.get("discovery.port");
        }
        if (!ranges.isBlank() && (Integer.parseInt(port.strip()) < 1 || Integer.parseInt(port.strip()) > MAX_PORT)) {
            return texts.get("discovery.port");
        }
        if (!ranges.isBlank() && user.isBlank()) {
            return texts.get("discovery.login");
        }
        return "";
    }

    public DiscoveryOrder order() {
        var lines = ranges.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new DiscoveryOrder(lines, lines.isEmpty() ? DiscoveryOrder.DEFAULT_PORT : Integer.parseInt(port.strip()),
                lines.isEmpty() ? List.of() : List.of(new Login(user.strip(), password)), known);
    }

    /**
     * Reads a maker's list: CSV with a header that has at least address, user and password; port is optional.
     *
     * @throws IllegalArgumentException with line and reason, for people
     */
    public static List<KnownBmc> readList(String csv, Texts texts) {
        var lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(texts.get("discovery.csv.empty"));
        }
        var header = List.of(lines.getFirst().replace("\uFEFF", "").split(",", -1)).stream()
                .map(name -> name.strip().toLowerCase(java.util.Locale.ROOT)).toList();
        int address = header.indexOf("address");
        int user = header.indexOf("user");
        int password = header.indexOf("password");
        int port = header.indexOf("port");
        if (address < 0 || user < 0 || password < 0) {
            throw new IllegalArgumentException(texts.get("discovery.csv.header"));
        }
        var known = new ArrayList<KnownBmc>();
        for (int i = 1; i < lines.size(); i++) {
            var cells = lines.get(i).split(",", -1);
            if (cells.length <= Math.max(address, Math.max(user, password))) {
                throw new IllegalArgumentException(texts.get("discovery.csv.short", i + 1));
            }
            known.add(new KnownBmc(cells[address].strip(), port(cells, port, i + 1, texts), cells[user].strip(),
                    Secret.of(cells[password])));
        }
        return known;
    }

    private static int port(String[] cells, int column, int line, Texts texts) {
        if (column < 0 || column >= cells.length || cells[column].isBlank()) {
            return DiscoveryOrder.DEFAULT_PORT;
        }
        try {
            return Integer.parseInt(cells[column].strip());
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(texts.get("discovery.csv.port", line, cells[column]));
        }
    }
}
