/** This package makes nodes of the text of YAML files, whoever wrote them. What the nodes mean is not known here. */
package dev.cacheward.cli.yaml;
