package org.dcos.server.oob.redfish;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.net.redfish.client.Urgency;
import org.dcos.net.redfish.model.LogEntry;
import org.dcos.net.redfish.service.LogPosition;
import org.dcos.net.redfish.service.LogReader;
import org.dcos.net.redfish.service.LogReading;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads logs of hardware events over Redfish. An entry's mark holds, in hex, where it stands in the log: its id, time
 * and number in the order.
 */
@Component(service = RedfishBmcLog.class)
public final class RedfishBmcLog implements BmcLog {

    private static final String KIND = "redfish";
    private static final String NO_TIME = "-";
    private static final int ENTRY_BYTES = 16;

    private final RedfishConversations redfish;
    private final InstantSource time = InstantSource.system();

    @Activate
    public RedfishBmcLog(@Reference RedfishConversations redfish) {
        this.redfish = redfish;
    }

    @Override
    public LogState state(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return redfish.talk(bmc, Urgency.ROUTINE, connection -> {
            var reader = new LogReader(connection);
            var log = reader.hardwareLog();
            var all = reader.summary(log);
            var skew = log.time().map(told -> Duration.between(time.instant(), told)).orElse(Duration.ZERO);
            boolean full = log.most() > 0 && all.count() >= log.most();
            return new LogState(all.count(), Math.max(0, log.most() - all.count()) * ENTRY_BYTES, all.newest(),
                    Optional.empty(), skew, full);
        });
    }

    @Override
    public LogPart entries(BmcEndpoint bmc, Optional<Mark> after, int most) throws BmcFailure, InterruptedException {
        var known = after.flatMap(RedfishBmcLog::position);
        return redfish.talk(bmc, Urgency.ROUTINE, connection -> {
            var reader = new LogReader(connection);
            LogReading reading = reader.read(reader.hardwareLog(), known.orElse(LogPosition.START));
            int first = reading.position().count() - reading.entries().size() + 1;
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < Math.min(most, reading.entries().size()); i++) {
                entries.add(entry(reading.entries().get(i), first + i));
            }
            return new LogPart(entries, reading.gap() || after.isPresent() && known.isEmpty(), true);
        });
    }

    @Override
    public boolean clear(BmcEndpoint bmc, Mark last) throws BmcFailure, InterruptedException {
        var known = position(last);
        if (known.isEmpty()) {
            return false;
        }
        return redfish.talk(bmc, Urgency.OPERATOR, connection -> {
            var reader = new LogReader(connection);
            var log = reader.hardwareLog();
            var since = reader.read(log, known.get());
            if (since.gap() || !since.entries().isEmpty()) {
                return false;
            }
            reader.clear(log);
            return true;
        });
    }

    private static Entry entry(LogEntry entry, int number) {
        var mark = "%s %d %s %s".formatted(KIND, number, entry.created().map(Instant::toString).orElse(NO_TIME),
                entry.id());
        boolean ended = entry.code().toLowerCase(Locale.ROOT).contains("deassert");
        return new Entry(record(entry.id(), number), entry.created(), "", entry.sensorType(),
                entry.message().isEmpty() ? entry.messageId() : entry.message(), !ended,
                switch (entry.severity()) {
                    case OK, UNKNOWN -> Entry.Severity.INFORMATION;
                    case WARNING -> Entry.Severity.WARNING;
                    case CRITICAL -> Entry.Severity.CRITICAL;
                }, HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8)));
    }

    private static int record(String id, int number) {
        return id.matches("\\d{1,9}") ? Integer.parseInt(id) : number;
    }

    /** Empty for a mark of another kind of log. */
    private static Optional<LogPosition> position(Mark mark) {
        try {
            List<String> parts = List.of(new String(HexFormat.of().parseHex(mark.bytes()), StandardCharsets.UTF_8)
                    .split(" ", 4));
            if (parts.size() < 4 || !parts.getFirst().equals(KIND)) {
                return Optional.empty();
            }
            return Optional.of(new LogPosition(parts.get(3), parts.get(2).equals(NO_TIME) ? Optional.empty()
                    : Optional.of(Instant.parse(parts.get(2))), Integer.parseInt(parts.get(1))));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
