# Writes the list of one kind of plug-in file: an ENTRY(...) line a file, sorted by name. Dropping in
# a file is all it takes, since the folder is looked at again whenever the build runs.
#
#   rtp_registry(render fmt_ rtp_format_ render/formats.inc)
#
# finds src/render/fmt_*.c and writes <build>/registry/render/formats.inc, which sources of rtp_render
# include as "render/formats.inc". The floor's target must exist.
function(rtp_registry floor prefix symbol_prefix out)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${floor}/${prefix}*.c)
  list(SORT sources)
  set(entries "")
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    string(REGEX REPLACE "^${prefix}" "" name ${name})
    string(APPEND entries "ENTRY(${symbol_prefix}${name})\n")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/registry/${out} CONTENT "${entries}" @ONLY)
  target_include_directories(rtp_${floor} PRIVATE ${CMAKE_BINARY_DIR}/registry)
endfunction()
