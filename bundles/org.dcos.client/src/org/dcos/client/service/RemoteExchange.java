package org.dcos.client.service;

import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.exchange.Exports;
import org.dcos.domain.exchange.HeaderWords;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.Imports;
import org.dcos.domain.exchange.ListExport;
import org.dcos.domain.exchange.SheetForm;
import org.dcos.domain.problem.Problem;
import org.dcos.wire.endpoint.ExchangeEndpoints;

/** Imports and exports at the other end of a transport. */
final class RemoteExchange implements Imports, Exports {

    private final Calls calls;

    RemoteExchange(Calls calls) {
        this.calls = calls;
    }

    @Override
    public ImportFile upload(String name, byte[] content) throws Problem {
        return calls.call(ExchangeEndpoints.UPLOAD, new ExchangeEndpoints.Upload(name, content));
    }

    @Override
    public ImportReport check(ImportOrder order) throws Problem {
        return calls.call(ExchangeEndpoints.IMPORT, new ExchangeEndpoints.Import(order.file(), true, order));
    }

    @Override
    public ImportReport take(ImportOrder order) throws Problem {
        return calls.call(ExchangeEndpoints.IMPORT, new ExchangeEndpoints.Import(order.file(), false, order));
    }

    @Override
    public byte[] export(Kind kind, ItemFilter filter, SheetForm form) throws Problem {
        return calls.call(ExchangeEndpoints.EXPORT, new ExchangeEndpoints.Export(kind.resource(), filter, form));
    }

    @Override
    public byte[] exportList(ListExport list) throws Problem {
        return calls.call(ExchangeEndpoints.EXPORT_LIST, new ExchangeEndpoints.ExportList(list));
    }

    @Override
    public byte[] exportAll(HeaderWords headers) throws Problem {
        return calls.call(ExchangeEndpoints.EXPORT_ALL, new ExchangeEndpoints.ExportAll(headers));
    }
}
