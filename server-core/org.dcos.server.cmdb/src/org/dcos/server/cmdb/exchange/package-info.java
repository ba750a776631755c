/** Imports and exports of records of every kind, as CSV and XLSX. */
package org.dcos.server.cmdb.exchange;
