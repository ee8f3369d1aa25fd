# dateline_embed(TARGET): every file of resources/, models/*.bin and the page of viz/ into TARGET, through the assembler's .incbin (a C array
# of the same bytes takes minutes and a gigabyte). Writes an index that src/resources/embedded.cpp reads.
function(dateline_embed target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
    "${PROJECT_SOURCE_DIR}/resources/*" "${PROJECT_SOURCE_DIR}/models/*.bin" "${PROJECT_SOURCE_DIR}/viz/index.html")
  list(SORT files)
  set(assembly "  .section .rodata\n")
  set(declarations "")
  set(entries "")
  set(dependencies "")
  set(index 0)
  foreach(file IN LISTS files)
    string(REGEX REPLACE "^resources/" "" name "${file}")
    string(APPEND assembly "  .global dateline_blob_${index}\n  .global dateline_blob_${index}_end\n  .balign 16\n"
      "dateline_blob_${index}:\n  .incbin \"${PROJECT_SOURCE_DIR}/${file}\"\ndateline_blob_${index}_end:\n  .byte 0\n")
    string(APPEND declarations "extern const char dateline_blob_${index}[], dateline_blob_${index}_end[];\n")
    string(APPEND entries "    {\"${name}\", dateline_blob_${index}, dateline_blob_${index}_end},\n")
    list(APPEND dependencies "${PROJECT_SOURCE_DIR}/${file}")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly "  .section .note.GNU-stack,\"\",%progbits\n")
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  file(CONFIGURE OUTPUT "${folder}/blobs.S" CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT "${folder}/blobs.inc" CONTENT
    "extern \"C\" {\n${declarations}}\nconstexpr std::size_t blob_count = ${index};\nconst Blob blobs[blob_count + 1] = {\n${entries}    {nullptr, nullptr, nullptr}};\n" @ONLY)
  set_source_files_properties("${folder}/blobs.S" PROPERTIES OBJECT_DEPENDS "${dependencies}")
  target_sources(${target} PRIVATE "${folder}/blobs.S")
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()
