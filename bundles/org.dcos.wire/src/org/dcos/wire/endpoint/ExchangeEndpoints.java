package org.dcos.wire.endpoint;

import java.util.List;
import java.util.UUID;

import org.dcos.domain.access.Role;
import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.exchange.HeaderWords;
import org.dcos.domain.exchange.ImportFile;
import org.dcos.domain.exchange.ImportOrder;
import org.dcos.domain.exchange.ImportReport;
import org.dcos.domain.exchange.ListExport;
import org.dcos.domain.exchange.SheetForm;
import org.dcos.domain.problem.Invalid;

/** Records from spreadsheets, and records as spreadsheets. */
public final class ExchangeEndpoints {

    public record Upload(String name, byte[] body) {}

    public record Import(UUID id, boolean dryRun, ImportOrder body) {}

    public record Export(String kind, ItemFilter filter, SheetForm form) {}

    public record ExportList(ListExport body) {}

    public record ExportAll(HeaderWords headers) {}

    private static final int MOST_BYTES_OF_ORDER = 16 << 20;

    public static final Endpoint<Upload, ImportFile> UPLOAD = Endpoint.post("upload-import", "/imports",
            Upload.class, ImportFile.class,
            "Sends a CSV or XLSX file, which is kept for an hour, and tells what its sheets and columns seem to be.",
            (core, q) -> core.imports().upload(q.name(), q.body())).succeeds(201).takes(ImportFile.MAX_BYTES);

    public static final Endpoint<Import, ImportReport> IMPORT = Endpoint.post("take-import", "/imports/{id}",
            Import.class, ImportReport.class,
            "Takes a file that was sent, as one change set; with dry-run it is only checked.",
            (core, q) -> {
                ImportOrder order = same(q.id(), q.body());
                return q.dryRun() ? core.imports().check(order) : core.imports().take(order);
            }).takes(MOST_BYTES_OF_ORDER);

    public static final Endpoint<Export, byte[]> EXPORT = Endpoint.get("export-kind", "/exports/{kind}",
            Export.class, byte[].class, "The items of a kind as a CSV or XLSX file that can be imported again.",
            (core, q) -> core.exports().export(RecordEndpoints.kind(q.kind()), q.filter(), q.form()));

    public static final Endpoint<ExportList, byte[]> EXPORT_LIST = Endpoint.post("export-list", "/list-exports",
            ExportList.class, byte[].class,
            "Records that are named, in their order and with the named fields, as a CSV or XLSX file.",
            (core, q) -> core.exports().exportList(q.body())).needs(Role.VIEWER).takes(MOST_BYTES_OF_ORDER);

    public static final Endpoint<ExportAll, byte[]> EXPORT_ALL = Endpoint.get("export-all", "/exports",
            ExportAll.class, byte[].class, "All records as an XLSX file with a sheet for each kind.",
            (core, q) -> core.exports().exportAll(q.headers()));

    private ExchangeEndpoints() {}

    private static ImportOrder same(UUID id, ImportOrder order) throws Invalid {
        if (!order.file().equals(id)) {
            throw Invalid.field("file", "The file in the body is another one than in the path.");
        }
        return order;
    }

    static List<Endpoint<?, ?>> all() {
        return List.of(UPLOAD, IMPORT, EXPORT, EXPORT_LIST, EXPORT_ALL);
    }
}
