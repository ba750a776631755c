package org.dcos.net.redfish.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.redfish.client.NotOffered;
import org.dcos.net.redfish.client.RedfishConnection;
import org.dcos.net.redfish.client.RedfishException;
import org.dcos.net.redfish.client.RedfishRefused;
import org.dcos.net.redfish.json.Json;
import org.dcos.net.redfish.model.ComputerSystem;
import org.dcos.net.redfish.model.LogEntry;
import org.dcos.net.redfish.model.LogService;
import org.dcos.net.redfish.model.Manager;

/**
 * Logs, whole and then what is new. Services list entries from the oldest or from the newest on; with the newest first
 * reading ends at the first page that has a known entry, with the oldest first known entries are skipped where the
 * service can do that.
 */
public final class LogReader {

    private static final int MOST_LOGS = 32;

    private final RedfishConnection connection;
    private final Layout layout;

    public LogReader(RedfishConnection connection) {
        this.connection = connection;
        this.layout = Layout.of(connection);
    }

    /** All logs of the system and of its manager. */
    public List<LogService> logs() throws RedfishException, InterruptedException {
        ComputerSystem system = new SystemControl(connection).system();
        Manager manager = new ManagerControl(connection).manager();
        var found = new ArrayList<LogService>();
        for (Optional<String> collection : List.of(system.links().logServices(), manager.logServices())) {
            if (collection.isPresent() && connection.find(collection.get()).isPresent()) {
                for (String path : Members.links(connection, collection.get())) {
                    Optional<Json> json = found.size() < MOST_LOGS ? connection.find(path) : Optional.empty();
                    if (json.isPresent() && json.get().has("Entries")) {
                        found.add(Parsed.of(connection, json.get(), LogService::read));
                    }
                }
            }
        }
        return found;
    }

    /** The one with the hardware's events. */
    public LogService hardwareLog() throws RedfishException, InterruptedException {
        Quirk quirk = layout.quirk(connection);
        return logs().stream().min(Comparator.comparingInt(log -> quirk.rank(log.id())))
                .orElseThrow(() -> new NotOffered(connection.target(), "log"));
    }

    /** How much is in a log, by a page or two of it. */
    public LogSummary summary(LogService log) throws RedfishException, InterruptedException {
        Json page = connection.get(log.entries());
        List<LogEntry> first = entries(page.objects("Members"));
        boolean more = page.has("Members@odata.nextLink") || page.has("@odata.nextLink");
        int count = page.integer("Members@odata.count").filter(told -> told >= first.size()).orElse(first.size());
        if (first.isEmpty()) {
            return new LogSummary(count, Optional.empty());
        }
        if (fallsInTime(first)) {
            return new LogSummary(count, first.getFirst().created());
        }
        if (!more) {
            return new LogSummary(count, first.getLast().created());
        }
        if (!layout.root(connection).skip()) {
            return new LogSummary(count, Optional.empty());
        }
        List<LogEntry> last = entries(connection.get("%s?$skip=%d".formatted(log.entries(), count - 1))
                .objects("Members"));
        return new LogSummary(count, last.isEmpty() ? Optional.empty() : last.getLast().created());
    }

    /** What is new since. */
    public LogReading read(LogService log, LogPosition since) throws RedfishException, InterruptedException {
        if (since.count() > 0 && layout.root(connection).skip()) {
            Optional<LogReading> rest = rest(log, since);
            if (rest.isPresent()) {
                return rest.get();
            }
        }
        var entries = new ArrayList<LogEntry>();
        boolean[] newestFirst = {false};
        Members.pages(connection, log.entries(), page -> {
            List<LogEntry> read = entries(page);
            newestFirst[0] = entries.isEmpty() ? fallsInTime(read) : newestFirst[0];
            entries.addAll(read);
            return !(newestFirst[0] && read.stream().anyMatch(entry -> isLast(entry, since)));
        });
        return since(since, newestFirst[0] || fallsInTime(entries) ? entries.reversed() : entries);
    }

    /** What is behind the last known entry of a log with the oldest first; empty when it is not at its place. */
    private Optional<LogReading> rest(LogService log, LogPosition since)
            throws RedfishException, InterruptedException {
        var entries = new ArrayList<LogEntry>();
        try {
            Members.pages(connection, "%s?$skip=%d".formatted(log.entries(), since.count() - 1), page -> {
                entries.addAll(entries(page));
                return !entries.isEmpty() && isLast(entries.getFirst(), since);
            });
        } catch (RedfishRefused _) {
            return Optional.empty();
        }
        if (entries.isEmpty() || !isLast(entries.getFirst(), since)) {
            return Optional.empty();
        }
        List<LogEntry> fresh = entries.subList(1, entries.size());
        LogEntry newest = entries.getLast();
        return Optional.of(new LogReading(fresh, new LogPosition(newest.id(), newest.created(),
                since.count() + fresh.size()), false));
    }

    private static LogReading since(LogPosition since, List<LogEntry> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return new LogReading(List.of(), LogPosition.START, since.count() > 0);
        }
        LogEntry newest = oldestFirst.getLast();
        var position = new LogPosition(newest.id(), newest.created(), oldestFirst.size());
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            if (isLast(oldestFirst.get(i), since)) {
                int fresh = oldestFirst.size() - 1 - i;
                return new LogReading(oldestFirst.subList(i + 1, oldestFirst.size()),
                        new LogPosition(newest.id(), newest.created(),
                                Math.max(since.count() + fresh, oldestFirst.size())),
                        false);
            }
        }
        return new LogReading(oldestFirst, position, since.count() > 0);
    }

    private List<LogEntry> entries(List<Json> page) throws RedfishException, InterruptedException {
        var entries = new ArrayList<LogEntry>();
        for (Json json : Members.resolved(connection, page)) {
            entries.add(Parsed.of(connection, json, LogEntry::read));
        }
        return entries;
    }

    private static boolean isLast(LogEntry entry, LogPosition since) {
        return since.count() > 0 && entry.id().equals(since.lastId()) && entry.created().equals(since.created());
    }

    /** Whether the newest come first: by their times, or by their numbers where those say nothing. */
    private static boolean fallsInTime(List<LogEntry> entries) {
        if (entries.size() < 2) {
            return false;
        }
        LogEntry first = entries.getFirst();
        LogEntry last = entries.getLast();
        if (first.created().isPresent() && last.created().isPresent()
                && !first.created().equals(last.created())) {
            return first.created().get().isAfter(last.created().get());
        }
        return number(first.id()) > number(last.id());
    }

    private static long number(String id) {
        return id.matches("\\d{1,15}") ? Long.parseLong(id) : 0;
    }

    /** Empties a log. @throws NotOffered when the service cannot do that */
    public void clear(LogService log) throws RedfishException, InterruptedException {
        connection.post(log.clear().orElseThrow(() -> new NotOffered(connection.target(), "clearing of the log")),
                Map.of());
    }
}
