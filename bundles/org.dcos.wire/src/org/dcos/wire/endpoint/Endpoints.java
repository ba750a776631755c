package org.dcos.wire.endpoint;

import java.util.List;
import java.util.stream.Stream;

/** Every endpoint of the API, but the stream of events and the description, which are no calls of a service. */
public final class Endpoints {

    /** Path of the stream of events. */
    public static final String EVENTS_PATH = Endpoint.ROOT + "/events";
    /** Path of the description of the API. */
    public static final String OPENAPI_PATH = Endpoint.ROOT + "/openapi.json";

    public static final List<Endpoint<?, ?>> ALL = Stream
            .of(AccessEndpoints.all(), CmdbEndpoints.all(), RecordEndpoints.all(), ExchangeEndpoints.all(),
                    RelocationEndpoints.all(), AddressEndpoints.all(),
                    EstateEndpoints.all(), BmcEndpoints.all(), BmcSettingsEndpoints.all(), ChassisEndpoints.all(),
                    DhcpEndpoints.all(), BringUpEndpoints.all(), SerialEndpoints.all(),
                    EventLogEndpoints.all(), MonitorEndpoints.all(),
                    AlertEndpoints.all(),
                    DeviationEndpoints.all(),
                    OperationEndpoints.all())
            .<Endpoint<?, ?>>flatMap(List::stream).toList();

    private Endpoints() {}
}
