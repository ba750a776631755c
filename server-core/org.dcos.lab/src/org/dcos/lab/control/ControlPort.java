package org.dcos.lab.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dcos.lab.bmc.FruTexts;
import org.dcos.lab.network.Fault;
import org.dcos.lab.network.LabBmc;
import org.dcos.lab.sensor.LabSensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at and changes the controllers of a lab over HTTP, on 127.0.0.1 only:
 *
 * <pre>{@code
 * GET  /bmcs
 * GET  /bmcs/7
 * POST /bmcs/7/fault   {"fault": "silent"}                      "" or null: nothing is wrong any more
 * POST /bmcs/7/sensor  {"name": "Inlet Temp", "value": 47.0}    null: released
 * POST /bmcs/7/power   {"on": false}
 * POST /bmcs/7/fru     {"serial": "2102310ABC"}                 also boardSerial, manufacturer, model, assetTag;
 *                                                               null: as it left the factory
 * POST /bmcs/7/part    {"id": 4, "present": false}              FRU 1 and 2 power supplies, from 3 memory modules
 * POST /bmcs/7/restart {"seconds": 20}                          the controller starts anew and is silent meanwhile
 * POST /bmcs/7/events  {"count": 4000}                          entries of its event log
 * POST /bmcs/7/weak    {}                                       doors open, as some come from the factory
 * }</pre>
 *
 * Answers are JSON; a request that cannot be carried out gets 400 or 404 and {@code {"error": "..."}}.
 */
public final class ControlPort implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlPort.class);

    private static final Pattern ONE_BMC = Pattern.compile(
            "/bmcs/(\\d{1,6})(?:/(fault|sensor|power|fru|part|restart|events|weak))?");
    private static final int LONGEST_BODY = 4_096;
    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_EVENTS = 20_000;

    private final List<LabBmc> bmcs;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** A request that cannot be carried out, and why. */
    private static final class NotPossible extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        NotPossible(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    /** @param port 0 for any that is free, see {@link #port} */
    public ControlPort(List<LabBmc> bmcs, int port) throws IOException {
        this.bmcs = List.copyOf(bmcs);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            String body;
            try {
                body = answer(exchange);
            } catch (NotPossible e) {
                status = e.status;
                body = "{\"error\": %s}".formatted(FlatJson.quoted(e.getMessage()));
            } catch (IllegalArgumentException e) {
                status = 400;
                body = "{\"error\": %s}".formatted(FlatJson.quoted(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("The lab's control port could not answer {}", exchange.getRequestURI(), e);
                status = 500;
                body = "{\"error\": \"Unexpected; the reason is in the lab's log.\"}";
            }
            byte[] bytes = (body + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String answer(HttpExchange exchange) throws IOException, NotPossible {
        if (exchange.getRequestHeaders().containsKey("Origin")) {
            throw new NotPossible(403, "Web pages may not use the lab's control port.");
        }
        String path = exchange.getRequestURI().getPath();
        boolean get = exchange.getRequestMethod().equals("GET");
        if (get && path.equals("/bmcs")) {
            return BmcJson.list(bmcs);
        }
        Matcher one = ONE_BMC.matcher(path);
        if (!one.matches()) {
            throw new NotPossible(404,
                    "There is /bmcs, /bmcs/N, and /bmcs/N/fault, /sensor, /power, /fru, /part, /restart, /events and "
                            + "/weak to POST to.");
        }
        LabBmc bmc = bmc(Integer.parseInt(one.group(1)));
        if (one.group(2) == null && get) {
            return BmcJson.whole(bmc);
        }
        if (one.group(2) == null || !exchange.getRequestMethod().equals("POST")) {
            throw new NotPossible(405,
                    "GET /bmcs/N to look; POST to /bmcs/N/fault, /sensor, /power, /fru, /part, /restart, /events or "
                            + "/weak to change.");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY);
        change(bmc, one.group(2), FlatJson.read(new String(body, StandardCharsets.UTF_8)));
        return BmcJson.whole(bmc);
    }

    private LabBmc bmc(int number) throws NotPossible {
        if (number < 1 || number > bmcs.size()) {
            throw new NotPossible(404, "There is no BMC %d, there are 1 to %d.".formatted(number, bmcs.size()));
        }
        return bmcs.get(number - 1);
    }

    private static void change(LabBmc bmc, String what, Map<String, Optional<Object>> body) {
        switch (what) {
            case "fault" -> bmc.setFault(fault(body));
            case "fru" -> fru(bmc, body);
            case "part" -> bmc.simulator().setPartPresent(whole(body, "id", 255), member(body, "present", Boolean.class)
                    .orElseThrow(() -> new IllegalArgumentException("\"present\" has to be true or false")));
            case "restart" -> bmc.simulator().restart(Duration.ofSeconds(whole(body, "seconds", MOST_SECONDS)));
            case "events" -> bmc.simulator().addEvents(whole(body, "count", MOST_EVENTS));
            case "weak" -> bmc.simulator().weaken();
            case "power" -> bmc.simulator().setPower(member(body, "on", Boolean.class)
                    .orElseThrow(() -> new IllegalArgumentException("\"on\" has to be true or false")));
            default -> {
                String name = member(body, "name", String.class)
                        .orElseThrow(() -> new IllegalArgumentException("\"name\" of a sensor is missing"));
                LabSensor sensor = LabSensor.ofName(name).orElseThrow(
                        () -> new IllegalArgumentException("There is no sensor \"%s\"".formatted(name)));
                member(body, "value", Double.class).ifPresentOrElse(value -> bmc.simulator().pin(sensor, value),
                        () -> bmc.simulator().release(sensor));
            }
        }
    }

    private static void fru(LabBmc bmc, Map<String, Optional<Object>> body) {
        FruTexts factory = FruTexts.of(bmc.server());
        FruTexts texts = bmc.simulator().fru();
        for (String name : body.keySet()) {
            Optional<String> text = member(body, name, String.class);
            texts = switch (name) {
                case "serial" -> texts.withSerial(text.orElse(factory.serial()));
                case "boardSerial" -> texts.withBoardSerial(text.orElse(factory.boardSerial()));
                case "manufacturer" -> texts.withManufacturer(text.orElse(factory.manufacturer()));
                case "model" -> texts.withModel(text.orElse(factory.model()));
                case "assetTag" -> texts.withAssetTag(text.orElse(factory.assetTag()));
                default -> throw new IllegalArgumentException(
                        "A FRU has no \"%s\"; it has serial, boardSerial, manufacturer, model and assetTag"
                                .formatted(name));
            };
        }
        bmc.simulator().setFru(texts);
    }

    private static int whole(Map<String, Optional<Object>> body, String name, int most) {
        double value = member(body, name, Double.class).orElse(-1.0);
        if (value != Math.rint(value) || value < 0 || value > most) {
            throw new IllegalArgumentException("\"%s\" has to be a whole number of 0 to %d".formatted(name, most));
        }
        return (int) value;
    }

    private static Fault fault(Map<String, Optional<Object>> body) {
        String word = member(body, "fault", String.class).orElse("");
        return Fault.ofWord(word).orElseThrow(() -> new IllegalArgumentException(
                "\"fault\" is \"%s\", can be one of %s, or empty".formatted(word, Fault.words())));
    }

    /** Empty for null. */
    private static <T> Optional<T> member(Map<String, Optional<Object>> body, String name, Class<T> type) {
        if (!body.containsKey(name)) {
            throw new IllegalArgumentException("\"%s\" is missing".formatted(name));
        }
        return body.get(name).map(value -> {
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException("\"%s\" has to be a %s".formatted(name,
                        type.getSimpleName().toLowerCase(Locale.ROOT)));
            }
            return type.cast(value);
        });
    }
}
