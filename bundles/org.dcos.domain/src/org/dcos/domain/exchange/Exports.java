package org.dcos.domain.exchange;

import org.dcos.domain.cmdb.ItemFilter;
import org.dcos.domain.cmdb.Kind;
import org.dcos.domain.problem.Problem;

/** Records as spreadsheets that can be imported again: references are names and paths, there are no ids. */
public interface Exports {

    /** The items of a kind that the filter wants, as the content of a file. */
    byte[] export(Kind kind, ItemFilter filter, SheetForm form) throws Problem;

    /**
     * A list as it is seen, as the content of a file.
     *
     * @throws org.dcos.domain.problem.Invalid naming a column that the kind lacks
     */
    byte[] exportList(ListExport list) throws Problem;

    /** Everything: an XLSX workbook with a sheet for each kind. */
    byte[] exportAll(HeaderWords headers) throws Problem;
}
