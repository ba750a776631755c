package org.dcos.domain.exchange;

import org.dcos.domain.problem.Problem;

/**
 * Brings spreadsheets into the records. A file is sent once; then it is checked as often as needed, with columns mapped
 * and cells mended meanwhile, and taken as one change set, which can be undone as a whole.
 */
public interface Imports {

    /**
     * Reads a CSV or XLSX file and keeps it for an hour in memory.
     *
     * @throws org.dcos.domain.problem.Invalid when it cannot be read as tables
     */
    ImportFile upload(String name, byte[] content) throws Problem;

    /** What would come of it: every error at once, by cell. Changes nothing. */
    ImportReport check(ImportOrder order) throws Problem;

    /**
     * Takes the rows that are good, or all or none. What was mapped is remembered.
     *
     * @throws org.dcos.domain.problem.Invalid naming the cells, {@code servers!F12}, when all are wanted and some are
     *         bad
     */
    ImportReport take(ImportOrder order) throws Problem;
}
